/** Rows of money, each with its bar: years, or sources. The figures stand in the last columns. */
import type { ReactNode } from 'react'
import type { Money } from '../api/schema.gen'
import { useFormats } from '../format/useFormats'
import { useMoneyWords } from '../text/useMoneyWords'
import tables from '../parts/table.module.css'
import styles from './money.module.css'
import { amount, scaleOf, STEPS } from './steps'
import { StepsBar } from './StepsBar'

export interface Row {
  key: string
  name: ReactNode
  money: Money
}

export function StepsTable({ head, rows }: { head: string; rows: Row[] }) {
  const words = useMoneyWords()
  const formats = useFormats()
  const scale = scaleOf(rows.map(({ money }) => money))
  return (
    <table className={`${tables.stacked} ${styles.table}`} role="table">
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            {head}
          </th>
          <td aria-hidden />
          {STEPS.map((step) => (
            <th key={step} scope="col" role="columnheader" data-figure>
              {words[step]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ key, name, money }) => (
          <tr key={key} role="row">
            <th scope="row" role="rowheader">
              {name}
            </th>
            <td className={styles.bar}>
              <StepsBar money={money} scale={scale} />
            </td>
            {STEPS.map((step) => (
              <td key={step} role="cell" data-figure data-label={words[step]}>
                {formats.money(amount(money, step))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
