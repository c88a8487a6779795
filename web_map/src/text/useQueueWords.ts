/** The words of the street desk's queue, loaded with it. */
import { useView } from '../state/useView'
import { queueEn } from './queueEn'
import { queueZh, type QueueWords } from './queueZh'

export function useQueueWords(): QueueWords {
  return useView().language === 'en' ? queueEn : queueZh
}
