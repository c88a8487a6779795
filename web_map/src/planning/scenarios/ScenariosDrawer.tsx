/** What was saved: open one, or tick two to four and lay them side by side. */
import { useState } from 'react'
import type { ScenarioTold } from '../../api/schema.gen'
import { useFormats } from '../../format/useFormats'
import parts from '../../parts/parts.module.css'
import { Empty, Failure, Skeleton } from '../../parts/States'
import tag from '../../staff/tag.module.css'
import { changeView } from '../../state/useView'
import { useScenarioWords } from '../../text/useScenarioWords'
import { useScenarios } from './asking'
import { LETTERS } from './comparing'
import styles from './scenarios.module.css'

export function ScenariosDrawer() {
  const words = useScenarioWords()
  const scenarios = useScenarios()
  const [picked, setPicked] = useState<number[]>([])
  if (scenarios.error)
    return <Failure error={scenarios.error} retry={() => void scenarios.refetch()} />
  if (!scenarios.data) return <Skeleton rows={3} />
  if (scenarios.data.length === 0) return <Empty title={words.none} hint={words.noneHint} />
  const full = picked.length === LETTERS.length
  const toggle = (id: number) =>
    setPicked(picked.includes(id) ? picked.filter((each) => each !== id) : [...picked, id])
  return (
    <section aria-label={words.list}>
      <div className={styles.bar}>
        <button
          type="button"
          className={parts.button}
          disabled={picked.length < 2}
          onClick={() => changeView({ part: `compare/${picked.join('/')}` })}
        >
          {words.compare}
        </button>
        <span className={styles.soft}>{words.comparePick}</span>
      </div>
      <ul className={styles.saved}>
        {scenarios.data.map((scenario) => {
          const on = picked.includes(scenario.id)
          return (
            <li key={scenario.id}>
              <input
                type="checkbox"
                checked={on}
                disabled={full && !on}
                aria-label={words.pick(scenario.name)}
                onChange={() => toggle(scenario.id)}
              />
              <Saved scenario={scenario} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Saved({ scenario }: { scenario: ScenarioTold }) {
  const words = useScenarioWords()
  const formats = useFormats()
  const { id, name, year, author, made_at, data_date, chosen, cost_cny, adopted } = scenario
  return (
    <div>
      <p>
        <button
          type="button"
          className={styles.link}
          onClick={() => changeView({ part: `scenario/${id}` })}
        >
          {name}
        </button>{' '}
        {words.year(year)}
        {adopted && (
          <span className={tag.tag} data-kind="good">
            {words.adoptedTag}
          </span>
        )}
      </p>
      <p className={styles.soft}>
        {[
          words.count(chosen),
          formats.money(cost_cny),
          words.by(author, formats.moment(made_at)),
          data_date && words.data(formats.moment(data_date)),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </div>
  )
}
