/** What each indicator is and whose it is, and what a sum of satisfaction does not tell. */
import type { PerformanceReport } from '../api/schema.gen'
import { useAuditWords } from '../text/useAuditWords'
import styles from './audit.module.css'

export function Notes({ report }: { report: PerformanceReport }) {
  const words = useAuditWords()
  return (
    <details className={styles.notes}>
      <summary>{words.sources}</summary>
      <dl>
        {report.total.indicators.map(({ code, title, article, note }) => (
          <div key={code}>
            <dt>
              {title} <small>{article}</small>
            </dt>
            <dd>{note}</dd>
          </div>
        ))}
      </dl>
      <p>{report.basis}</p>
      <p>{words.pointsNote}</p>
      <p>
        {words.suppressed} {report.total.left_out > 0 && words.leftOut(report.total.left_out)}
      </p>
      <p>{words.noQuarters}</p>
    </details>
  )
}
