/** One community in the ranking: its rank, what its score is made of, what it costs. */
import { useFormats } from '../format/useFormats'
import { Icon } from '../icons/Icon'
import { usePlanningWords } from '../text/usePlanningWords'
import { Contributions } from './Contributions'
import shared from './planning.module.css'
import styles from './ranked.module.css'
import type { Row } from './Ranked'
import type { Scored, Utilities } from './scoring'

interface Props {
  row: Row
  /** Its place in the ranking that the service told. */
  at: number
  /** Its line on screen, from 0, and where that begins. */
  line: number
  start: number
  rankOf: Uint32Array
  scores: Scored
  utilities: Utilities
  weights: Float64Array
  first: number
  inPlan: ReadonlySet<string>
  chosen: boolean
  choose: () => void
}

export function RankedRow({
  row,
  at,
  line,
  start,
  rankOf,
  scores,
  utilities,
  weights,
  ...rest
}: Props) {
  const words = usePlanningWords()
  const formats = useFormats()
  const hundredths = (value: number | undefined) => (100 * (value ?? 0)).toFixed(1)
  const [low, high] = [hundredths(scores.low[at]), hundredths(scores.high[at])]
  const range = low === high ? undefined : words.scoreRange(low, high)
  const inPlan = rest.inPlan.has(row.id)
  return (
    <div
      role="row"
      aria-rowindex={line + 2}
      className={styles.row}
      data-chosen={rest.chosen}
      data-plan={inPlan}
      style={{ transform: `translateY(${start}px)` }}
    >
      <span role="cell" className={styles.rank}>
        {(rankOf[at] ?? 0) + 1}
      </span>
      <span role="cell" className={styles.name}>
        <button type="button" aria-expanded={rest.chosen} onClick={rest.choose}>
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
          {row.in_top !== null && ` · ${words.firm(formats.share(row.in_top), rest.first)}`}
        </small>
      </span>
      <span role="cell">
        <Contributions
          utilities={utilities}
          weights={weights}
          row={at}
          label={`${words.score} ${hundredths(scores.score[at])}`}
        />
      </span>
      <span role="cell" className={shared.figure} title={range}>
        {hundredths(scores.score[at])}
        {range && <small>{`${low}–${high}`}</small>}
      </span>
      <span role="cell" className={shared.figure}>
        {row.cost_cny === null ? <small>{words.noCost}</small> : formats.money(row.cost_cny)}
      </span>
    </div>
  )
}
