/** How firm the order is, in plain words: how far each weight may move, and what each criterion
 * alone decides. */
import type { Criterion, RankingTold } from '../api/schema.gen'
import { useFormats } from '../format/useFormats'
import { usePlanningWords } from '../text/usePlanningWords'
import { criterionColor } from './colors'
import styles from './firm.module.css'
import shared from './planning.module.css'
import type { Plan } from './usePlan'

type Stability = NonNullable<RankingTold['stability']>

export function Firmness({ plan }: { plan: Plan }) {
  const words = usePlanningWords()
  const { stability, criteria, weights } = plan.told
  if (!stability) return <p>{words.notDrawn}</p>
  const { draws, top, topsis } = stability
  return (
    <section className={styles.firm} aria-label={words.drawer.firm} aria-busy={plan.stale}>
      <p>{words.firmHint(draws, top)}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.criterion}</th>
            <th scope="col">{words.interval(top)}</th>
            <th scope="col">{words.without(top)}</th>
            <th scope="col">{words.likeness}</th>
          </tr>
        </thead>
        <tbody>
          {criteria.map((criterion, at) => (
            <Line
              key={criterion.code}
              criterion={criterion}
              color={criterionColor(at)}
              weight={weights[criterion.code] ?? 0}
              stability={stability}
            />
          ))}
          <tr>
            <th scope="row">{words.topsis}</th>
            <td />
            <td>{words.kept(topsis.kept, topsis.top)}</td>
            <td>{likeness(topsis)}</td>
          </tr>
        </tbody>
      </table>
      <p className={shared.soft}>{words.likenessHint}</p>
    </section>
  )
}

interface LineProps {
  criterion: Criterion
  color: string
  weight: number
  stability: Stability
}

function Line({ criterion: { code, title }, color, weight, stability }: LineProps) {
  const words = usePlanningWords()
  const formats = useFormats()
  const interval = stability.intervals[code]
  const without = stability.without[code]
  return (
    <tr>
      <th scope="row">
        <i style={{ background: color }} />
        {title}
      </th>
      <td>
        {interval && (
          <span className={styles.interval}>
            <span>
              <i
                style={{
                  insetInlineStart: `${interval[0] * 100}%`,
                  inlineSize: `${(interval[1] - interval[0]) * 100}%`,
                }}
              />
              <b style={{ insetInlineStart: `${weight * 100}%` }} />
            </span>
            {`${formats.share(interval[0])}–${formats.share(interval[1])}`}
          </span>
        )}
      </td>
      <td>{without ? words.kept(without.kept, without.top) : words.noWeight}</td>
      <td>{without && likeness(without)}</td>
    </tr>
  )
}

function likeness({ kendall, spearman }: { kendall: number | null; spearman: number | null }) {
  return [kendall, spearman].map((each) => (each === null ? '—' : each.toFixed(2))).join(' / ')
}
