/** The words of what residents say, loaded with their forms. */
import { useView } from '../state/useView'
import { residentEn } from './residentEn'
import { residentZh, type ResidentWords } from './residentZh'

export function useResidentWords(): ResidentWords {
  return useView().language === 'en' ? residentEn : residentZh
}
