/** The ranking, and the choice that is shown, as files to hand on. */
import { useMutation } from '@tanstack/react-query'
import { Icon } from '../icons/Icon'
import parts from '../parts/parts.module.css'
import { Failure } from '../parts/States'
import { usePlanningWords } from '../text/usePlanningWords'
import styles from './choice.module.css'
import { handOut, type Suffix } from './handOut'
import shared from './planning.module.css'
import type { Plan } from './usePlan'
import { bodyOf } from './wish'

const SUFFIXES: Suffix[] = ['xlsx', 'csv', 'gpkg', 'html', 'pdf']
/** Of the budget, for the curve of a briefing. */
const STEPS = [0.5, 0.75, 1, 1.25, 1.5]

export function Exports({ plan }: { plan: Plan }) {
  const words = usePlanningWords()
  const { wish, choice } = plan
  const file = useMutation({ mutationFn: handOut })
  const { year, filter, weights } = bodyOf(wish)
  const asked = choice.asked && bodyOf(choice.asked)
  const step = choice.which.kind === 'step' ? choice.steps[choice.which.at] : null
  const budget = step?.budget_cny ?? asked?.budget_cny ?? 0
  const bodies = [
    { title: words.ranking, path: 'rank', body: { year, filter, weights } },
    {
      title: words.choiceAt(choice.told ? Number(budget) / 10_000 : null),
      path: 'select',
      body: choice.told && {
        ...asked,
        budget_cny: budget,
        budgets_cny: STEPS.map((part) => (Number(budget) * part).toFixed(2)),
      },
    },
  ] as const
  return (
    <section className={styles.exports} aria-label={words.drawer.export}>
      {bodies.map(({ title, path, body }) => (
        <div key={path} role="group" aria-label={title}>
          <h4>{title}</h4>
          {SUFFIXES.map((suffix) => (
            <button
              key={suffix}
              type="button"
              className={parts.chip}
              disabled={!body || file.isPending}
              title={words.form[suffix]}
              onClick={() => body && file.mutate({ path, suffix, body })}
            >
              <Icon name="download" size={14} />
              {words.form[suffix]}
            </button>
          ))}
        </div>
      ))}
      {file.isPending && <p role="status">{words.handing}</p>}
      {file.error && <Failure error={file.error} retry={() => file.reset()} />}
      <p className={shared.soft}>{words.exportHint}</p>
    </section>
  )
}
