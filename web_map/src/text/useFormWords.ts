/** The words of the forms, loaded with them. */
import { useView } from '../state/useView'
import { formEn } from './formEn'
import { formZh, type FormWords } from './formZh'

export function useFormWords(): FormWords {
  return useView().language === 'en' ? formEn : formZh
}
