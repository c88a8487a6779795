/** The words of what residents say and the street answers, loaded with their pages. */
import { useView } from '../state/useView'
import { talkEn } from './talkEn'
import { talkZh, type TalkWords } from './talkZh'

export function useTalkWords(): TalkWords {
  return useView().language === 'en' ? talkEn : talkZh
}
