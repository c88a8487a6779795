/** The words of the administrator's desk, loaded with it. */
import { useView } from '../state/useView'
import { adminEn } from './adminEn'
import { adminZh, type AdminWords } from './adminZh'

export function useAdminWords(): AdminWords {
  return useView().language === 'en' ? adminEn : adminZh
}
