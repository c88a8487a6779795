/** Map and table of one report, linked: what is picked in one is seen in the other. */
import { useState } from 'react'
import type { PerformanceReport } from '../api/schema.gen'
import { Empty } from '../parts/States'
import { useAuditWords } from '../text/useAuditWords'
import styles from './audit.module.css'
import { AuditMap } from './AuditMap'
import { painted } from './classes'
import { Head } from './Head'
import { Key } from './Key'
import { Notes } from './Notes'
import { Picked } from './Picked'
import type { Question } from './question'
import { RowTable } from './RowTable'

interface Props {
  report: PerformanceReport
  question: Question
  areas: readonly string[]
}

export function Assessment({ report, question, areas }: Props) {
  const words = useAuditWords()
  const [pickedKey, pick] = useState<string | null>(null)
  const row = report.rows.find(({ key }) => key === pickedKey)
  const paint = painted(report, question.measure)
  return (
    <div className={styles.desk}>
      <div className={styles.map}>
        <AuditMap report={report} paint={paint} picked={row?.key ?? null} pick={pick} />
        <Key report={report} measure={question.measure} paint={paint} />
        {row && <Picked row={row} report={report} question={question} close={() => pick(null)} />}
      </div>
      <section className={styles.list} aria-label={words.title}>
        <Head report={report} question={question} areas={areas} />
        {report.rows.length === 0 ? (
          <Empty title={words.empty} hint={words.emptyHint} />
        ) : (
          <>
            <RowTable
              report={report}
              measure={question.measure}
              picked={row?.key ?? null}
              pick={pick}
            />
            <Notes report={report} />
          </>
        )}
      </section>
    </div>
  )
}
