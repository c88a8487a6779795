/** Keeps the choice that is shown, under a name: it is made once more by the service and frozen. */
import { useState, type SubmitEvent } from 'react'
import parts from '../../parts/parts.module.css'
import { Problems } from '../../staff/Problems'
import { changeView } from '../../state/useView'
import { useScenarioWords } from '../../text/useScenarioWords'
import type { Plan } from '../usePlan'
import { bodyOf } from '../wish'
import { useSaving, useWeightSets } from './asking'
import styles from './scenarios.module.css'
import { setOf } from './sets'

export function SaveScenario({ plan: { choice } }: { plan: Plan }) {
  const words = useScenarioWords()
  const saving = useSaving()
  const sets = useWeightSets().data ?? []
  const [name, setName] = useState('')
  const { asked, which } = choice
  if (!asked || !choice.told?.chosen.length || choice.stale) return null
  if (which.kind === 'alternative' || which.kind === 'greedy')
    return <p className={styles.soft}>{words.onlyBest}</p>

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const body = bodyOf(asked)
    const named = setOf(sets, asked.weights)
    saving.mutate(
      {
        name,
        question: {
          ...body,
          ...(named && { weights: null, set: named.name }),
          ...(which.kind === 'step' && { budget_cny: choice.steps[which.at]?.budget_cny }),
        },
      },
      { onSuccess: () => setName('') },
    )
  }
  return (
    <form className={styles.save} onSubmit={submit}>
      <input
        required
        maxLength={60}
        value={name}
        aria-label={words.name}
        placeholder={words.name}
        onChange={(event) => setName(event.target.value)}
      />
      <button type="submit" className={parts.button} disabled={saving.isPending}>
        {saving.isPending ? words.saving : words.save}
      </button>
      {saving.data && (
        <span role="status">
          {words.saved(saving.data.name)}{' '}
          <button
            type="button"
            className={styles.link}
            onClick={() => changeView({ part: `scenario/${saving.data.id}` })}
          >
            {words.open}
          </button>
        </span>
      )}
      <Problems error={saving.error} />
    </form>
  )
}
