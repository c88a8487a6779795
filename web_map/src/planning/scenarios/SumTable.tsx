/** A column for each scenario, which opens it. */
import type { ScenarioTold } from '../../api/schema.gen'
import { changeView } from '../../state/useView'
import { useScenarioWords } from '../../text/useScenarioWords'
import styles from './compare.module.css'
import { LETTERS } from './comparing'
import shared from './scenarios.module.css'

interface Props {
  title: string
  first: string
  scenarios: ScenarioTold[]
  rows: { title: string; cells: string[] }[]
}

export function SumTable({ title, first, scenarios, rows }: Props) {
  const words = useScenarioWords()
  return (
    <div className={styles.wide}>
      <table className={shared.table}>
        <caption className="unseen">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
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
          {rows.map(({ title: row, cells }) => (
            <tr key={row}>
              <th scope="row">{row}</th>
              {cells.map((cell, at) => (
                <td key={at} data-figure>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
