/** The words of the auditor desk, loaded with it. */
import { useView } from '../state/useView'
import { auditEn } from './auditEn'
import { auditZh, type AuditWords } from './auditZh'

export function useAuditWords(): AuditWords {
  return useView().language === 'en' ? auditEn : auditZh
}
