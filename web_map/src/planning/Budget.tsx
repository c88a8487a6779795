/** The money and the limits of a choice. */
import type { SubmitEvent } from 'react'
import parts from '../parts/parts.module.css'
import { usePlanningWords } from '../text/usePlanningWords'
import styles from './choice.module.css'
import { Limits } from './Limits'
import { NumberField } from './NumberField'
import type { Plan } from './usePlan'
import type { Wish } from './wish'

const WAN = 10_000

export function Budget({ plan }: { plan: Plan }) {
  const words = usePlanningWords()
  const { wish, change, choice } = plan
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    choice.ask()
  }
  return (
    <form className={styles.budget} onSubmit={submit} aria-label={words.choose}>
      <NumberField
        label={words.budget}
        value={wish.budget}
        unit={WAN}
        required
        change={(budget) => change({ budget })}
      />
      <NumberField
        label={words.maxCount}
        value={wish.most}
        change={(most) => change({ most: most && Math.round(most) })}
      />
      <label>
        {words.objective}
        <select
          value={wish.objective}
          onChange={({ target }) => change({ objective: target.value as Wish['objective'] })}
        >
          <option value="score">{words.byScore}</option>
          <option value="score_households">{words.byHouseholds}</option>
        </select>
      </label>
      <NumberField
        label={words.householdCost}
        value={wish.householdCost}
        change={(householdCost) => change({ householdCost })}
      />
      <button type="submit" className={parts.button} disabled={choice.pending}>
        {choice.pending ? words.choosing : words.choose}
      </button>
      <Limits plan={plan} />
    </form>
  )
}
