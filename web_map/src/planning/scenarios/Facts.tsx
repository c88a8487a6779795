/** Who saved it, when, on which data, with which weights, and what it came to. */
import type { Criterion, ScenarioTold } from '../../api/schema.gen'
import { useFormats } from '../../format/useFormats'
import { useScenarioWords } from '../../text/useScenarioWords'
import { percent } from '../percent'
import { useWeightSets } from './asking'
import styles from './scenarios.module.css'

interface Props {
  scenario: ScenarioTold
  criteria: Criterion[]
}

export function Facts({ scenario, criteria }: Props) {
  const words = useScenarioWords()
  const formats = useFormats()
  const sets = useWeightSets().data ?? []
  const set = sets.find(({ name }) => name === scenario.weight_set)?.title ?? scenario.weight_set
  const weights = criteria
    .filter(({ code }) => (scenario.weights[code] ?? 0) > 0)
    .map(({ code, title }) => `${title} ${formats.share(scenario.weights[code] ?? 0)}`)
    .join(' · ')
  const facts: [string, string][] = [
    [words.author, `${scenario.author} · ${formats.moment(scenario.made_at)}`],
    [words.areas, scenario.areas.map((area) => area || words.everywhere).join(words.comma)],
    [words.dataDate, scenario.data_date ? formats.moment(scenario.data_date) : '—'],
    [words.weights, `${set ?? words.ownWeights}${words.colon}${weights}`],
    [words.communities, words.candidates(scenario.chosen, scenario.candidates)],
    [words.total, formats.money(scenario.cost_cny)],
    [words.objective, scenario.objective.toFixed(2)],
    [words.gap, scenario.gap > 0 ? words.gapIs(percent(scenario.gap)) : words.optimal],
    [words.digest, scenario.digest.slice(0, 12)],
  ]
  return (
    <dl className={styles.facts} aria-label={words.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
