/** What more or less money would bring, to scrub: the curve is drawn here, and a slider of the
 * browser's own lies over it, with its keys, its touch and its name for a screen reader. */
import { useFormats } from '../format/useFormats'
import { usePlanningWords } from '../text/usePlanningWords'
import styles from './curve.module.css'
import { outline, type Outline } from './outline'
import shared from './planning.module.css'
import type { Choice } from './useChoice'

export function Curve({ choice }: { choice: Choice }) {
  const words = usePlanningWords()
  const formats = useFormats()
  const { steps, which, show } = choice
  const drawn = outline(steps)
  const own = steps.findIndex(({ budget_cny }) => Number(budget_cny) === choice.asked?.budget)
  const at = which.kind === 'step' ? which.at : own
  const step = steps[at]
  if (!step) return null
  const money = formats.money(step.budget_cny)
  const says =
    step.status === 'infeasible'
      ? words.noChoiceAt(money)
      : step.status === 'time_limit'
        ? words.notProvenAt(money, step.chosen.length)
        : words.curveStep(money, step.chosen.length)
  return (
    <section className={styles.curve} aria-label={words.curve}>
      <header>
        <h4>{words.curve}</h4>
        <output>{says}</output>
      </header>
      <div className={styles.stage}>
        <Drawing drawn={drawn} own={own} at={at} />
        <input
          type="range"
          min={0}
          max={steps.length - 1}
          value={at}
          aria-label={words.curve}
          aria-valuetext={says}
          onChange={({ target }) => show({ kind: 'step', at: Number(target.value) })}
        />
      </div>
      <footer>
        <span>{formats.money(steps[0]?.budget_cny ?? 0)}</span>
        <span>{words.curveAxis}</span>
        <span>{formats.money(steps.at(-1)?.budget_cny ?? 0)}</span>
      </footer>
      <p className={shared.soft}>
        {at > 0 && `${words.fromBefore(step.entered.length, step.left.length)} `}
        {step.left.length > 0 ? choice.warning : words.curveHint}
      </p>
    </section>
  )
}

function Drawing({ drawn, own, at }: { drawn: Outline; own: number; at: number }) {
  const { path, points } = drawn
  const here = points[at]
  const asked = points[own]
  return (
    <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
      {asked && <line className={styles.asked} x1={asked.x} x2={asked.x} y1={0} y2={100} />}
      <path className={styles.area} d={`${path} V100 H0 Z`} />
      <path className={styles.line} d={path} />
      {here && <line className={styles.here} x1={here.x} x2={here.x} y1={0} y2={100} />}
      {here && <line className={styles.dot} x1={here.x} x2={here.x} y1={here.y} y2={here.y} />}
    </svg>
  )
}
