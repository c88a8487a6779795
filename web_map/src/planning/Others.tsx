/** The best choice beside others: nearly as good ones that differ, and what a sorted list takes. */
import type { SelectionTold } from '../api/schema.gen'
import { Chip } from '../parts/Chip'
import { usePlanningWords } from '../text/usePlanningWords'
import styles from './choice.module.css'
import { percent } from './percent'
import type { Choice } from './useChoice'

export function Others({ told, choice }: { told: SelectionTold; choice: Choice }) {
  const words = usePlanningWords()
  const { which, show, alternatives } = choice
  const worse = told.greedy?.optimum_better_by ?? null
  return (
    <div className={styles.others} role="group" aria-label={words.others}>
      <Chip on={which.kind === 'best'} toggle={() => show({ kind: 'best' })}>
        {words.best}
      </Chip>
      {alternatives.map(({ objective, entered }, at) => (
        <Chip
          key={at}
          on={which.kind === 'alternative' && which.at === at}
          toggle={() => show({ kind: 'alternative', at })}
        >
          {words.alternative(at + 1, percent(1 - objective / told.objective), entered.length)}
        </Chip>
      ))}
      {worse !== null && (
        <Chip on={which.kind === 'greedy'} toggle={() => show({ kind: 'greedy' })}>
          {worse > 1e-6 ? words.greedy(percent(1 - 1 / (1 + worse))) : words.greedySame}
        </Chip>
      )}
    </div>
  )
}
