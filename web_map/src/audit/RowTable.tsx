/** The indicators of each row: sorted by a press on a column's head, picked with the map. */
import { useEffect, useRef } from 'react'
import type { PerformanceReport, PerformanceRow } from '../api/schema.gen'
import { Icon } from '../icons/Icon'
import tables from '../parts/table.module.css'
import { changeView, useView } from '../state/useView'
import { useAuditWords } from '../text/useAuditWords'
import styles from './audit.module.css'
import table from './table.module.css'
import { Into } from './Into'
import { POINTS } from './question'
import { Score } from './Score'
import { Share } from './Share'
import { COMMUNITIES, orderOf, PLACE, sortBy, sorted, type Order } from './sorting'

interface Props {
  report: PerformanceReport
  measure: string
  picked: string | null
  pick: (key: string | null) => void
}

interface Column {
  name: string
  title: string
  note?: string
  source?: string
}

export function RowTable({ report, measure, picked, pick }: Props) {
  const words = useAuditWords()
  const view = useView()
  const order = orderOf(view.sort)
  const rows = sorted(report.rows, order, view.language)
  const figures: Column[] = [
    ...(report.grain === 'community' ? [] : [{ name: COMMUNITIES, title: words.communities }]),
    { name: POINTS, title: words.points, note: words.pointsNote },
    ...report.total.indicators.map(({ code, title, note, article }) => ({
      name: code,
      title,
      note,
      source: article,
    })),
  ]
  return (
    <div className={styles.scroll}>
      <table className={`${tables.stacked} ${table.table}`} role="table">
        <caption className="unseen">{words.table}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <Heading column={{ name: PLACE, title: words.grain[report.grain] }} order={order} />
            {figures.map((column) => (
              <Heading key={column.name} column={column} order={order} figure />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <Line
              key={row.key}
              row={row}
              report={report}
              measure={measure}
              picked={row.key === picked}
              pick={pick}
            />
          ))}
        </tbody>
        <tfoot role="rowgroup">
          <Line row={report.total} report={report} measure={measure} picked={false} />
        </tfoot>
      </table>
    </div>
  )
}

function Heading({
  column,
  order,
  figure = false,
}: {
  column: Column
  order: Order
  figure?: boolean
}) {
  const words = useAuditWords()
  const isSorted = order.column === column.name
  return (
    <th
      scope="col"
      role="columnheader"
      data-figure={figure || undefined}
      title={column.note}
      aria-sort={isSorted ? (order.down ? 'descending' : 'ascending') : undefined}
    >
      <button
        type="button"
        title={words.sortBy(column.title)}
        onClick={() => changeView({ sort: sortBy(column.name, order) }, 'replace')}
      >
        {column.title}
        {isSorted && <Icon name={order.down ? 'down' : 'up'} size={14} />}
      </button>
      {column.source && <small>{column.source}</small>}
    </th>
  )
}

function Line({
  row,
  report,
  measure,
  picked,
  pick,
}: {
  row: PerformanceRow
  report: PerformanceReport
  measure: string
  picked: boolean
  pick?: (key: string | null) => void
}) {
  const words = useAuditWords()
  const line = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    if (picked) line.current?.scrollIntoView({ block: 'nearest' })
  }, [picked])
  return (
    <tr
      ref={line}
      role="row"
      data-picked={picked}
      onClick={pick && (() => pick(picked ? null : row.key))}
    >
      <th scope="row" role="rowheader">
        {pick ? <Into row={row} grain={report.grain} measure={measure} /> : row.name}
      </th>
      {report.grain !== 'community' && (
        <td role="cell" data-figure data-label={words.communities}>
          {row.communities}
        </td>
      )}
      <td role="cell" data-figure data-label={words.points}>
        <Score row={row} />
      </td>
      {row.indicators.map((indicator) => (
        <td
          key={indicator.code}
          role="cell"
          data-figure
          data-label={`${indicator.title} ${indicator.article}`}
        >
          <Share row={row} indicator={indicator} />
        </td>
      ))}
    </tr>
  )
}
