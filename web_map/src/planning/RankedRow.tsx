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
import type { Plan, Seen } from './usePlan'

interface Props extends Pick<Plan, 'choose' | 'change'> {
  seen: Seen
  row: Row
  /** Its place in the ranking that the service told. */
  at: number
  /** Its line on screen, from 0, and where that begins. */
  line: number
  start: number
}

export function RankedRow({ seen, choose, change, row, at, line, start }: Props) {
  const words = usePlanningWords()
  const formats = useFormats()
  const { scores, told, locks, picked } = seen
  const hundredths = (value: number | undefined) => (100 * (value ?? 0)).toFixed(1)
  const [low, high] = [hundredths(scores.low[at]), hundredths(scores.high[at])]
  const range = low === high ? undefined : words.scoreRange(low, high)
  const inPlan = seen.inPlan.has(row.id)
  const open = row.id === seen.open
  return (
    <div
      role="row"
      aria-rowindex={line + 2}
      className={styles.row}
      data-chosen={picked ? picked.includes(row.id) : open}
      data-plan={inPlan}
      data-lock={locks[row.id]}
      style={{ transform: `translateY(${start}px)` }}
    >
      <span role="cell" className={styles.rank}>
        {(seen.rankOf[at] ?? 0) + 1}
      </span>
      <span role="cell" className={styles.name}>
        <button
          type="button"
          {...(picked ? { 'aria-pressed': picked.includes(row.id) } : { 'aria-expanded': open })}
          onClick={() => choose(open && !picked ? null : row.id)}
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
          utilities={seen.table}
          weights={seen.shares}
          row={at}
          low={scores.low[at] ?? 0}
          high={scores.high[at] ?? 0}
          label={`${words.score} ${hundredths(scores.score[at])}`}
        />
      </span>
      <span role="cell">
        <Band shares={row.rank_acceptability} count={told.matched} stale={seen.stale} />
      </span>
      <span role="cell" className={shared.figure} title={range}>
        {hundredths(scores.score[at])}
        {range && <small>{`${low}–${high}`}</small>}
      </span>
      <span role="cell" className={shared.figure}>
        {row.cost_cny === null ? <small>{words.noCost}</small> : formats.money(row.cost_cny)}
      </span>
      <span role="cell" className={styles.locks}>
        <Locks id={row.id} locks={locks} change={change} />
      </span>
    </div>
  )
}
