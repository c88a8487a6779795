/** The words of account and site desk, loaded with them and not with the public page. */
import { useView } from '../state/useView'
import { deskEn } from './deskEn'
import { deskZh, type DeskWords } from './deskZh'

export function useDeskWords(): DeskWords {
  return useView().language === 'en' ? deskEn : deskZh
}
