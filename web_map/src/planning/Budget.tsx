/** The money and the limits; what comes out is proven, or says what stands in its way. */
import { useState, type SubmitEvent } from 'react'
import type { SelectBody } from '../api/schema.gen'
import parts from '../parts/parts.module.css'
import { usePlanningWords } from '../text/usePlanningWords'
import styles from './choice.module.css'

const WAN = 10_000
/** The curve's budgets, as parts of the one that is asked for. */
const STEPS = [0.5, 0.75, 1, 1.25, 1.5]

interface Props {
  pending: boolean
  select: (body: Partial<SelectBody>) => void
}

export function Budget({ pending, select }: Props) {
  const words = usePlanningWords()
  const [objective, setObjective] = useState<'score' | 'score_households'>('score')

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const budget = number(form, 'budget') ?? 0
    const most = number(form, 'count')
    const each = number(form, 'household')
    select({
      budget_cny: (budget * WAN).toFixed(2),
      budgets_cny: STEPS.map((step) => (budget * WAN * step).toFixed(2)),
      objective,
      constraints: { max_count: most, neighbour_bonus: 0 },
      ...(each !== null && { household_cost_cny: each.toFixed(2) }),
    })
  }

  return (
    <form className={styles.budget} onSubmit={submit} aria-label={words.choose}>
      <label>
        {words.budget}
        <input name="budget" type="number" min={1} max={1e8} step="any" required />
      </label>
      <label>
        {words.maxCount}
        <input name="count" type="number" min={1} max={100_000} />
      </label>
      <label>
        {words.objective}
        <select
          value={objective}
          onChange={(event) => setObjective(event.target.value as typeof objective)}
        >
          <option value="score">{words.byScore}</option>
          <option value="score_households">{words.byHouseholds}</option>
        </select>
      </label>
      <label>
        {words.householdCost}
        <input name="household" type="number" min={1} max={1e7} />
      </label>
      <button type="submit" className={parts.button} disabled={pending}>
        {pending ? words.choosing : words.choose}
      </button>
    </form>
  )
}

function number(form: FormData, name: string): number | null {
  const value = form.get(name)
  return typeof value === 'string' && value !== '' ? Number(value) : null
}
