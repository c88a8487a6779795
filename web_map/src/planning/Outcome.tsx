/** What a choice came to: proof, comparison, what contradicts, and what else there is. */
import type { SelectionTold } from '../api/schema.gen'
import { useFormats } from '../format/useFormats'
import { usePlanningWords } from '../text/usePlanningWords'
import { Changes } from './Changes'
import styles from './choice.module.css'
import { Curve } from './Curve'
import { LeftOut } from './LeftOut'
import { Others } from './Others'
import { percent } from './percent'
import shared from './planning.module.css'
import { SaveScenario } from './scenarios/SaveScenario'
import type { Plan } from './usePlan'

export function Outcome({ told, plan }: { told: SelectionTold; plan: Plan }) {
  const words = usePlanningWords()
  const formats = useFormats()
  const { choice } = plan
  if (told.status === 'infeasible')
    return (
      <div className={styles.outcome} role="alert">
        <strong>{words.conflicts}</strong>
        <ul>
          {told.explained.map(({ name, message }) => (
            <li key={name}>{message}</li>
          ))}
        </ul>
      </div>
    )
  return (
    <div className={styles.outcome} role="status">
      <p>
        <strong>{words.chosen(told.chosen.length, formats.money(told.cost_cny))}</strong>{' '}
        <span className={shared.soft}>
          {told.gap > 0 ? words.gap(percent(told.gap)) : words.optimal}
        </span>
      </p>
      {choice.stale && <p className={styles.stale}>{words.stale}</p>}
      <SaveScenario plan={plan} />
      <Others told={told} choice={choice} />
      {choice.looking && <p className={shared.soft}>{words.looking}</p>}
      {choice.steps.length > 0 && <Curve choice={choice} />}
      <Changes plan={plan} />
      <LeftOut told={told} />
    </div>
  )
}
