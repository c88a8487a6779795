/** The sums of each scenario, whole and by county, and how much they share. */
import type { ComparisonTold, SumTold } from '../../api/schema.gen'
import { useFormats } from '../../format/useFormats'
import { changeView } from '../../state/useView'
import { useScenarioWords } from '../../text/useScenarioWords'
import styles from './compare.module.css'
import { LETTERS } from './comparing'
import shared from './scenarios.module.css'

export function Sums({ told }: { told: ComparisonTold }) {
  const words = useScenarioWords()
  const formats = useFormats()
  const { scenarios, sums, counties, overlaps } = told
  const rows: [string, (sum: SumTold) => string][] = [
    [words.number, ({ count }) => `${count}`],
    [words.cost, ({ cost_cny }) => formats.money(cost_cny)],
    [words.households, ({ households }) => `${households}`],
    [words.score, ({ score }) => score.toFixed(2)],
  ]
  const letter = new Map(scenarios.map(({ id }, at) => [id, LETTERS[at] ?? '']))
  return (
    <>
      <div className={styles.wide}>
        <table className={shared.table}>
          <caption className="unseen">{words.sums}</caption>
          <thead>
            <tr>
              <th scope="col">{words.measure}</th>
              {scenarios.map(({ id, name, year }, at) => (
                <th key={id} scope="col" data-figure>
                  <button
                    type="button"
                    className={shared.link}
                    onClick={() => changeView({ part: `scenario/${id}` })}
                  >
                    {`${LETTERS[at]} ${name}`}
                  </button>
                  <small className={shared.soft}>{words.year(year)}</small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([title, say]) => (
              <tr key={title}>
                <th scope="row">{title}</th>
                {sums.map((sum, at) => (
                  <td key={at} data-figure>
                    {say(sum)}
                  </td>
                ))}
              </tr>
            ))}
            {counties.length > 1 &&
              counties.map(({ code, name, sums: own }) => (
                <tr key={code} className={styles.county}>
                  <th scope="row">{name}</th>
                  {own.map((sum, at) => (
                    <td key={at} data-figure>
                      {sum.count > 0 ? `${sum.count} · ${formats.money(sum.cost_cny)}` : '—'}
                    </td>
                  ))}
                </tr>
              ))}
          </tbody>
        </table>
      </div>
      <p className={shared.soft}>
        {overlaps
          .map(({ first, second, both, share }) =>
            words.overlapOf(
              letter.get(first) ?? '',
              letter.get(second) ?? '',
              both,
              formats.share(share ?? 0),
            ),
          )
          .join(' · ')}
      </p>
    </>
  )
}
