/** The communities of a scenario, as they were when it was saved. */
import type { WholeScenario } from '../../api/schema.gen'
import { useFormats } from '../../format/useFormats'
import tables from '../../parts/table.module.css'
import staff from '../../staff/staff.module.css'
import { hrefOf, useView } from '../../state/useView'
import { useScenarioWords } from '../../text/useScenarioWords'
import { More, useSome } from './More'
import styles from './scenarios.module.css'

export function ChosenTable({ scenario }: { scenario: WholeScenario }) {
  const words = useScenarioWords()
  const formats = useFormats()
  const view = useView()
  const { some, rest, more } = useSome(scenario.communities)
  return (
    <section className={staff.section} aria-label={words.communities}>
      <h3>{words.communities}</h3>
      <table className={`${styles.table} ${tables.stacked}`} role="table">
        <thead>
          <tr role="row">
            <th scope="col">{words.community}</th>
            <th scope="col" data-figure>
              {words.score}
            </th>
            <th scope="col" data-figure>
              {words.households}
            </th>
            <th scope="col" data-figure>
              {words.cost}
            </th>
          </tr>
        </thead>
        <tbody>
          {some.map(({ id, name, score, households, cost_cny, standing }) => (
            <tr key={id} role="row">
              <th scope="row">
                <a href={hrefOf(view, { desk: null, part: '', community: id, camera: null })}>
                  {name}
                </a>
                {standing === 'locked_in' && (
                  <small className={styles.soft}> {words.standing.locked_in}</small>
                )}
              </th>
              <td data-figure data-label={words.score}>
                {(100 * score).toFixed(1)}
              </td>
              <td data-figure data-label={words.households}>
                {households ?? '—'}
              </td>
              <td data-figure data-label={words.cost}>
                {cost_cny === null ? '—' : formats.money(cost_cny)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <More rest={rest} more={more} />
      {scenario.hidden > 0 && <p className={styles.soft}>{words.hidden(scenario.hidden)}</p>}
    </section>
  )
}
