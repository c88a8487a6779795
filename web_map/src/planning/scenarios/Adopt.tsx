/** Adopting in two steps: first what would come of it, then the same for good. */
import type { ScenarioTold } from '../../api/schema.gen'
import { Problems } from '../../staff/Problems'
import staff from '../../staff/staff.module.css'
import { useScenarioWords } from '../../text/useScenarioWords'
import { useAdopting, useRehearsal } from './asking'
import { Refused } from './Refused'
import styles from './scenarios.module.css'

export function Adopt({ scenario: { id, year } }: { scenario: ScenarioTold }) {
  const words = useScenarioWords()
  const rehearsal = useRehearsal(id)
  const adopting = useAdopting(id)
  const told = rehearsal.data
  const will = told ? told.planned.length + told.already.length : 0
  return (
    <section className={staff.section} aria-label={words.adopt}>
      <h3>{words.adopt}</h3>
      <p className={styles.soft}>{words.adoptHint}</p>
      <div className={staff.actions}>
        <button type="button" disabled={rehearsal.isPending} onClick={() => rehearsal.mutate()}>
          {rehearsal.isPending ? words.rehearsing : words.rehearse}
        </button>
      </div>
      <Problems error={rehearsal.error} />
      {told && (
        <>
          <p role="status">
            <strong>{will > 0 ? words.would(told.planned.length) : words.nothing}</strong>
            {told.already.length > 0 && ` · ${words.already(told.already.length)}`}
          </p>
          <Refused title={words.refusedWould(told.refused.length)} refused={told.refused} />
          {will > 0 && (
            <div className={staff.actions}>
              <button
                type="button"
                className={staff.main}
                disabled={adopting.isPending}
                onClick={() => adopting.mutate(undefined)}
              >
                {adopting.isPending
                  ? words.adopting
                  : told.planned.length > 0
                    ? words.adoptNow(told.planned.length, year)
                    : words.adoptKnown}
              </button>
            </div>
          )}
          <Problems error={adopting.error} />
        </>
      )}
    </section>
  )
}
