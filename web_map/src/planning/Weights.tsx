/** A slider for each criterion; the ranking moves as they do. */
import type { Criterion } from '../api/schema.gen'
import parts from '../parts/parts.module.css'
import { useFormats } from '../format/useFormats'
import { usePlanningWords } from '../text/usePlanningWords'
import { criterionColor } from './colors'
import styles from './planning.module.css'
import { proportions } from './scoring'
import type { WeightsByCode } from './wish'

interface Props {
  criteria: Criterion[]
  weights: WeightsByCode
  presets: Record<string, WeightsByCode>
  change: (weights: WeightsByCode) => void
}

export function Weights({ criteria, weights, presets, change }: Props) {
  const words = usePlanningWords()
  const formats = useFormats()
  const shares = proportions(
    criteria.map(({ code }) => code),
    weights,
  )
  return (
    <section className={styles.weights} aria-label={words.weights}>
      <header>
        <h3>{words.weights}</h3>
        {Object.entries(presets).map(([name, preset]) => (
          <button key={name} type="button" className={parts.chip} onClick={() => change(preset)}>
            {words.preset[name]}
          </button>
        ))}
      </header>
      <ul>
        {criteria.map(({ code, title, article }, at) => (
          <li key={code}>
            <label>
              <i style={{ background: criterionColor(at) }} />
              {title}
              {article && <small>{article}</small>}
              <b>{formats.share(shares[at] ?? 0)}</b>
              <input
                type="range"
                min={0}
                max={1}
                step={0.01}
                value={weights[code] ?? 0}
                onChange={(event) => change({ ...weights, [code]: Number(event.target.value) })}
              />
            </label>
          </li>
        ))}
      </ul>
      <p className={styles.soft}>{words.weightsHint}</p>
    </section>
  )
}
