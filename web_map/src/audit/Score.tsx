/** A score as it is known: between two ends where data are missing, with the grade it is sure of. */
import type { PerformanceRow } from '../api/schema.gen'
import type { AuditWords } from '../text/auditZh'
import { useAuditWords } from '../text/useAuditWords'
import styles from './audit.module.css'
import { hasScore } from './classes'

const tenth = (value: number) => value.toFixed(1)

/** No grade is sure where data are missing; the lowest of all would say nothing by "at least". */
function gradeOf({ grade, grade_at_least }: PerformanceRow, words: AuditWords): string {
  if (grade) return words.grade[grade]
  return grade_at_least === 'poor' ? words.gradeOpen : words.atLeast(words.grade[grade_at_least])
}

export function Score({ row }: { row: PerformanceRow }) {
  const words = useAuditWords()
  if (!hasScore(row)) return <span className={styles.none}>{words.noData}</span>
  return (
    <>
      {words.range(tenth(row.low), tenth(row.high))}
      <small>{gradeOf(row, words)}</small>
    </>
  )
}
