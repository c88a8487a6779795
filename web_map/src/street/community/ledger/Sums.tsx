/** Amounts of several rows, added up beneath them. */
import type { Row } from '../../../api/items'
import { useFormats } from '../../../format/useFormats'
import type { Column } from './columns'
import styles from './table.module.css'

interface Props {
  title: string
  rows: Row[]
  columns: Column[]
  totals: readonly string[]
  /** Whether a column follows that has no sum. */
  last: boolean
}

export function Sums({ title, rows, columns, totals, last }: Props) {
  const { money } = useFormats()
  const sum = (name: string) =>
    rows.reduce((all, { properties }) => all + Number(properties[name]), 0)
  const [, ...others] = columns
  return (
    <tr role="row" className={styles.sums}>
      <th role="rowheader" scope="row">
        {title}
      </th>
      {others.map((column) =>
        totals.includes(column.name) ? (
          <td key={column.name} role="cell" data-label={column.title} data-figure>
            {money(sum(column.name))}
          </td>
        ) : (
          <td key={column.name} role="cell" className={styles.none} />
        ),
      )}
      {last && <td role="cell" className={styles.none} />}
    </tr>
  )
}
