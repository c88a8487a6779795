/** What is picked, told beside the map: its score, its satisfaction, and the way into it. */
import type { PerformanceReport, PerformanceRow } from '../api/schema.gen'
import { IconButton } from '../parts/IconButton'
import parts from '../parts/parts.module.css'
import { useAuditWords } from '../text/useAuditWords'
import styles from './floating.module.css'
import { Into } from './Into'
import { POINTS, type Question } from './question'
import { Score } from './Score'
import { Share } from './Share'

const SATISFACTION = 'satisfaction'

interface Props {
  row: PerformanceRow
  report: PerformanceReport
  question: Question
  close: () => void
}

export function Picked({ row, report, question, close }: Props) {
  const words = useAuditWords()
  const { measure } = question
  const told = row.indicators.filter(
    ({ code }) => code === (measure === POINTS ? SATISFACTION : measure),
  )
  const isCommunity = report.grain === 'community'
  return (
    <aside className={styles.picked} aria-label={row.name}>
      <header>
        <strong>{row.name}</strong>
        <IconButton icon="close" label={words.close} onClick={close} />
      </header>
      <dl>
        <dt>{words.points}</dt>
        <dd>
          <Score row={row} />
        </dd>
        {told.map((indicator) => (
          <div key={indicator.code}>
            <dt>{indicator.title}</dt>
            <dd>
              <Share row={row} indicator={indicator} />
            </dd>
          </div>
        ))}
      </dl>
      <Into
        row={row}
        grain={report.grain}
        measure={measure}
        className={parts.button}
        said={isCommunity ? words.card : words.into(row.name)}
      />
    </aside>
  )
}
