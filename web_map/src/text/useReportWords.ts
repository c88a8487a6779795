/** The words of reporting, loaded with its form. */
import { useView } from '../state/useView'
import { reportEn } from './reportEn'
import { reportZh, type ReportWords } from './reportZh'

export function useReportWords(): ReportWords {
  return useView().language === 'en' ? reportEn : reportZh
}
