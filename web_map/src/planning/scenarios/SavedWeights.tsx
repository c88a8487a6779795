/** Weights that planners saved: take one up, keep those that are set now, change one's own. */
import { useState, type SubmitEvent } from 'react'
import { useFormats } from '../../format/useFormats'
import { Chip } from '../../parts/Chip'
import parts from '../../parts/parts.module.css'
import { AskFirst } from '../../staff/AskFirst'
import { Problems } from '../../staff/Problems'
import staff from '../../staff/staff.module.css'
import { useScenarioWords } from '../../text/useScenarioWords'
import type { Plan } from '../usePlan'
import { useRemovingWeights, useSavingWeights, useWeightSets } from './asking'
import styles from './scenarios.module.css'
import { alike, setOf } from './sets'

export function SavedWeights({ plan: { wish, change } }: { plan: Plan }) {
  const words = useScenarioWords()
  const formats = useFormats()
  const all = useWeightSets().data ?? []
  const sets = all.filter(({ id }) => id !== null)
  const saving = useSavingWeights()
  const removing = useRemovingWeights()
  const [taken, setTaken] = useState<number | null>(null)
  const [name, setName] = useState('')
  const own = sets.find((set) => set.id === taken && set.may_edit)
  const isNew = !setOf(all, wish.weights)
  const save = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const draft = { id: null, name, weights: wish.weights }
    saving.mutate(draft, {
      onSuccess: ({ id }) => {
        setTaken(id)
        setName('')
      },
    })
  }
  return (
    <section className={styles.weights} aria-label={words.savedWeights}>
      {sets.length > 0 && (
        <div className={styles.bar}>
          <span className={styles.soft}>{words.savedWeights}</span>
          {sets.map((set) => (
            <span
              key={set.id}
              title={words.by(
                set.author ?? '',
                set.changed_at ? formats.moment(set.changed_at) : '',
              )}
            >
              <Chip
                on={alike(set.weights, wish.weights)}
                toggle={() => {
                  setTaken(set.id)
                  change({ weights: { ...set.weights } })
                }}
              >
                {set.title}
              </Chip>
            </span>
          ))}
        </div>
      )}
      {isNew && (
        <form className={styles.save} onSubmit={save}>
          <input
            required
            maxLength={60}
            value={name}
            aria-label={words.setName}
            placeholder={words.saveWeights}
            onChange={(event) => setName(event.target.value)}
          />
          <button type="submit" className={parts.button} disabled={saving.isPending}>
            {words.keep}
          </button>
          {own && (
            <button
              type="button"
              className={parts.button}
              disabled={saving.isPending}
              onClick={() => saving.mutate({ id: own.id, name: own.name, weights: wish.weights })}
            >
              {words.update(own.name)}
            </button>
          )}
        </form>
      )}
      {own && !isNew && (
        <div className={staff.actions}>
          <AskFirst
            label={words.removeSet(own.name)}
            says={words.removeSetSays}
            busy={removing.isPending}
            yes={() => removing.mutate(own.id ?? 0)}
          />
        </div>
      )}
      <Problems error={saving.error ?? removing.error} />
    </section>
  )
}
