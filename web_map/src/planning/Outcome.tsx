/** What a choice came to: proof, comparison, what contradicts, and the curve of budgets. */
import type { SelectionTold } from '../api/schema.gen'
import { useFormats } from '../format/useFormats'
import { usePlanningWords } from '../text/usePlanningWords'
import shared from './planning.module.css'
import styles from './choice.module.css'

interface Props {
  told: SelectionTold
  stale: boolean
  /** The step of the curve that is shown. */
  step: number | null
  show: (step: number | null) => void
}

export function Outcome({ told, stale, step, show }: Props) {
  const words = usePlanningWords()
  const formats = useFormats()
  if (told.status === 'infeasible')
    return (
      <div className={styles.outcome} role="alert">
        <strong>{words.conflicts}</strong>
        <ul>
          {told.explained.map(({ name, message }) => (
            <li key={name}>{message}</li>
          ))}
        </ul>
      </div>
    )
  const better = told.greedy?.optimum_better_by ?? null
  return (
    <div className={styles.outcome} role="status">
      <p>
        <strong>{words.chosen(told.chosen.length, formats.money(told.cost_cny))}</strong>
      </p>
      <p className={shared.soft}>
        {[
          told.gap > 0 ? words.gap(percent(told.gap)) : words.optimal,
          better !== null && (better > 1e-6 ? words.better(percent(better)) : words.noBetter),
          told.left_out.length > 0 && words.leftOut(told.left_out.length),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {stale && <p className={styles.stale}>{words.stale}</p>}
      <Curve told={told} step={step} show={show} />
    </div>
  )
}

function Curve({ told, step, show }: Omit<Props, 'stale'>) {
  const words = usePlanningWords()
  const formats = useFormats()
  const most = Math.max(...told.curve.map(({ objective }) => objective), 1e-9)
  if (told.curve.length === 0) return null
  return (
    <section aria-label={words.curve}>
      <h4>{words.curve}</h4>
      <p className={shared.soft}>{told.warning ?? words.curveHint}</p>
      <ol className={styles.curve}>
        {told.curve.map(({ budget_cny, objective, chosen, entered, left }, at) => (
          <li key={budget_cny}>
            <button
              type="button"
              aria-pressed={step === at}
              title={words.curveStep(formats.money(budget_cny), chosen.length)}
              onClick={() => show(step === at ? null : at)}
            >
              <i style={{ blockSize: `${(objective / most) * 100}%` }} />
              <b>{chosen.length}</b>
              <span>{formats.money(budget_cny)}</span>
              <small>
                {at > 0 && `${words.enters(entered.length)} · ${words.leaves(left.length)}`}
              </small>
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}

function percent(share: number): string {
  return `${(share * 100).toFixed(share < 0.001 ? 3 : 1)} %`
}
