/** One community in the ranking: its rank, what its score is made of, how firm, what it costs. */
import { useFormats } from '../format/useFormats'
import { Icon } from '../icons/Icon'
import { usePlanningWords } from '../text/usePlanningWords'
import { Band } from './Band'
import { Contributions } from './Contributions'
import { Locks } from './Locks'
import shared from './planning.module.css'
import styles from './ranked.module.css'
import type { Row } from './Ranked'
import type { Plan } from './usePlan'

interface Props {
  plan: Plan
  row: Row
  /** Its place in the ranking that the service told. */
  at: number
  /** Its line on screen, from 0, and where that begins. */
  line: number
  start: number
}

export function RankedRow({ plan, row, at, line, start }: Props) {
  const words = usePlanningWords()
  const formats = useFormats()
  const { scores, told, wish, picked } = plan
  const hundredths = (value: number | undefined) => (100 * (value ?? 0)).toFixed(1)
  const [low, high] = [hundredths(scores.low[at]), hundredths(scores.high[at])]
  const range = low === high ? undefined : words.scoreRange(low, high)
  const inPlan = plan.inPlan.has(row.id)
  const open = row.id === plan.open
  return (
    <div
      role="row"
      aria-rowindex={line + 2}
      className={styles.row}
      data-chosen={picked ? picked.includes(row.id) : open}
      data-plan={inPlan}
      data-lock={wish.locks[row.id]}
      style={{ transform: `translateY(${start}px)` }}
    >
      <span role="cell" className={styles.rank}>
        {(plan.rankOf[at] ?? 0) + 1}
      </span>
      <span role="cell" className={styles.name}>
        <button
          type="button"
          {...(picked ? { 'aria-pressed': picked.includes(row.id) } : { 'aria-expanded': open })}
          onClick={() => plan.choose(open && !picked ? null : row.id)}
        >
          {row.name}
        </button>
        <small data-eligible={row.eligible}>
          {inPlan && (
            <>
              <Icon name="check" size={12} />
              {words.inPlan}
              {' · '}
            </>
          )}
          {row.eligible ? words.eligible : words.notEligible}
          {row.in_top !== null &&
            ` · ${words.firm(formats.share(row.in_top), told.stability?.top ?? 0)}`}
        </small>
      </span>
      <span role="cell">
        <Contributions
          utilities={plan.table}
          weights={plan.shares}
          row={at}
          low={scores.low[at] ?? 0}
          high={scores.high[at] ?? 0}
          label={`${words.score} ${hundredths(scores.score[at])}`}
        />
      </span>
      <span role="cell">
        <Band shares={row.rank_acceptability} count={told.matched} stale={plan.stale} />
      </span>
      <span role="cell" className={shared.figure} title={range}>
        {hundredths(scores.score[at])}
        {range && <small>{`${low}–${high}`}</small>}
      </span>
      <span role="cell" className={shared.figure}>
        {row.cost_cny === null ? <small>{words.noCost}</small> : formats.money(row.cost_cny)}
      </span>
      <span role="cell" className={styles.locks}>
        <Locks id={row.id} wish={wish} change={plan.change} />
      </span>
    </div>
  )
}
