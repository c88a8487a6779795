/** Reports in a line each; what was asked for again stands first, for closed is not fixed. */
import { useState } from 'react'
import type { ReceivedReport, ReceivedReports } from '../../../api/schema.gen'
import { useFormats } from '../../../format/useFormats'
import { Chip } from '../../../parts/Chip'
import parts from '../../../parts/parts.module.css'
import { Empty } from '../../../parts/States'
import staff from '../../../staff/staff.module.css'
import tag from '../../../staff/tag.module.css'
import { changeView } from '../../../state/useView'
import { useTalkWords } from '../../../text/useTalkWords'
import { useTerm } from '../../../text/useWords'
import { isReopened } from './standing'
import styles from './reports.module.css'

interface Props {
  told: ReceivedReports
  closed: boolean
  chosen: number | null
  more: (() => void) | undefined
}

type Only = 'waiting' | 'reopened' | null

const ONLY = {
  waiting: (row: ReceivedReport) => row.waits,
  reopened: isReopened,
}

export function ReportList({ told: { rows, counts }, closed, chosen, more }: Props) {
  const words = useTalkWords()
  const [only, setOnly] = useState<Only>(null)
  const shown = only && !closed ? rows.filter(ONLY[only]) : rows
  const choose = (which: Only) => {
    setOnly(which)
    if (closed || which === null) changeView({ part: 'reports' })
  }
  return (
    <div className={styles.side}>
      <h2>{words.reports}</h2>
      <div className={styles.filters}>
        <Chip on={!closed && only === null} toggle={() => choose(null)}>
          {words.open(counts.open)}
        </Chip>
        {counts.reopened > 0 && (
          <Chip on={!closed && only === 'reopened'} toggle={() => choose('reopened')}>
            {words.reopenedOnes(counts.reopened)}
          </Chip>
        )}
        {counts.waiting > 0 && (
          <Chip on={!closed && only === 'waiting'} toggle={() => choose('waiting')}>
            {words.toModerate(counts.waiting)}
          </Chip>
        )}
        <Chip on={closed} toggle={() => changeView({ part: 'reports/closed' })}>
          {words.closed(counts.closed)}
        </Chip>
      </div>
      {shown.length === 0 ? (
        <Empty
          title={closed ? words.noClosed : words.noReports}
          hint={closed ? '' : words.noReportsHint}
        />
      ) : (
        <ul className={styles.list}>
          {shown.map((row) => (
            <li key={row.id}>
              <ReportRow row={row} closed={closed} chosen={row.id === chosen} />
            </li>
          ))}
        </ul>
      )}
      {more && (
        <button type="button" className={parts.button} onClick={more}>
          {words.more}
        </button>
      )}
    </div>
  )
}

interface RowProps {
  row: ReceivedReport
  closed: boolean
  chosen: boolean
}

function ReportRow({ row, closed, chosen }: RowProps) {
  const words = useTalkWords()
  const formats = useFormats()
  const term = useTerm()
  return (
    <button
      type="button"
      aria-current={chosen ? 'true' : undefined}
      onClick={() => changeView({ part: `reports/${closed ? 'closed/' : ''}${row.id}` })}
    >
      <span className={styles.said}>{row.text}</span>
      <span className={styles.tags}>
        <span className={tag.tag}>{term('reports', 'category', row.category)}</span>
        {isReopened(row) && (
          <span className={tag.tag} data-kind="danger">
            {words.reopened}
          </span>
        )}
        {row.waits && !closed && (
          <span className={tag.tag} data-kind="warning">
            {words.state.waits}
          </span>
        )}
        {row.private && <span className={tag.tag}>{words.privateTag}</span>}
        {row.has_photo && <span className={tag.tag}>{words.photoTag}</span>}
        {row.alike.length > 0 && (
          <span className={tag.tag}>{words.alikeTag(row.alike.length)}</span>
        )}
      </span>
      <span className={staff.soft}>
        {row.place ?? words.noCommunity} · {formats.moment(row.reported_at)} ·{' '}
        {term('reports', 'status', row.status)}
      </span>
    </button>
  )
}
