/** A score as it is known: between two ends where data are missing, with the grade it is sure of. */
import type { PerformanceRow } from '../api/schema.gen'
import { useAuditWords } from '../text/useAuditWords'
import styles from './audit.module.css'
import { hasScore } from './classes'

const tenth = (value: number) => value.toFixed(1)

export function Score({ row }: { row: PerformanceRow }) {
  const words = useAuditWords()
  if (!hasScore(row)) return <span className={styles.none}>{words.noData}</span>
  const grade = words.grade[row.grade ?? row.grade_at_least]
  return (
    <>
      {words.range(tenth(row.low), tenth(row.high))}
      <small data-grade={row.grade}>{row.grade ? grade : words.atLeast(grade)}</small>
    </>
  )
}
