/** The words of the street desk's frame, loaded with it. */
import { useView } from '../state/useView'
import { streetEn } from './streetEn'
import { streetZh, type StreetWords } from './streetZh'

export function useStreetWords(): StreetWords {
  return useView().language === 'en' ? streetEn : streetZh
}
