/** The words of wishes, visits and practices, loaded with them. */
import { useView } from '../state/useView'
import { voicesEn } from './voicesEn'
import { voicesZh, type VoicesWords } from './voicesZh'

export function useVoicesWords(): VoicesWords {
  return useView().language === 'en' ? voicesEn : voicesZh
}
