/** Who pays: the bar by source and the gap, and the table behind it on demand. */
import type { Card, SourceMoney } from '../api/schema.gen'
import { useFormats } from '../format/useFormats'
import { useTerm, useWords } from '../text/useWords'
import styles from './money.module.css'
import { moneyBar } from './money'
import { MoneyBar } from './MoneyBar'
import { Section } from './Section'

export function Money({ card }: { card: Card }) {
  const words = useWords()
  const formats = useFormats()
  const { budget_cny, committed_cny, gap_cny } = card.community
  const budget = Number(budget_cny)
  const [whole, committed] = [formats.money(budget), formats.money(committed_cny)]
  const label =
    Number(gap_cny) > 0
      ? words.moneyBar(whole, committed, formats.money(gap_cny))
      : words.moneyEnough(whole, committed)
  return (
    <Section title={words.money} empty={budget === 0 && card.money.length === 0 && words.noMoney}>
      <p>{label}</p>
      <MoneyBar bar={moneyBar(card.money, budget)} label={label} />
      {card.money.length > 0 && (
        <details>
          <summary>{words.moneyTable}</summary>
          <MoneyTable money={card.money} />
        </details>
      )}
    </Section>
  )
}

function MoneyTable({ money }: { money: SourceMoney[] }) {
  const words = useWords()
  const formats = useFormats()
  const term = useTerm()
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.source}</th>
            <th scope="col">{words.planned}</th>
            <th scope="col">{words.committed}</th>
            <th scope="col">{words.received}</th>
            <th scope="col">{words.spent}</th>
          </tr>
        </thead>
        <tbody>
          {money.map((row) => (
            <tr key={row.source}>
              <th scope="row">{term('funding', 'source', row.source)}</th>
              <td>{formats.money(row.planned_cny)}</td>
              <td>{formats.money(row.committed_cny)}</td>
              <td>{formats.money(row.received_cny)}</td>
              <td>{formats.money(row.spent_cny)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
