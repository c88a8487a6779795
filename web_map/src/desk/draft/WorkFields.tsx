/** What is done in the work area, and how high: what the fall radius follows from. */
import { Chip } from '../../parts/Chip'
import { useDeskWords } from '../../text/useDeskWords'
import { useTerm } from '../../text/useWords'
import styles from '../perimeter/perimeter.module.css'

const KINDS = ['facade', 'roof', 'pipe', 'road', 'lift', 'other'] as const
const STOREY_M = 3
const HIGHEST_M = 300

interface Props {
  kind: string
  height: number
  change: (fields: { kind: string; working_height_m: number }) => void
}

export function WorkFields({ kind, height, change }: Props) {
  const words = useDeskWords()
  const term = useTerm()
  const to = (metres: number) =>
    change({ kind, working_height_m: Math.min(HIGHEST_M, Math.max(0, metres)) })
  return (
    <>
      <div className={styles.kinds} role="group" aria-label={words.kind}>
        {KINDS.map((each) => (
          <Chip
            key={each}
            on={kind === each}
            toggle={() => change({ kind: each, working_height_m: height })}
          >
            {term('warning_perimeters', 'kind', each)}
          </Chip>
        ))}
      </div>
      <label className={styles.beside}>
        {words.height}
        <span className={styles.stepper}>
          <button type="button" aria-label={words.lower} onClick={() => to(height - STOREY_M)}>
            −
          </button>
          <input
            className={styles.input}
            type="number"
            inputMode="decimal"
            min={0}
            max={HIGHEST_M}
            step={0.1}
            value={height}
            onChange={({ target }) => to(target.valueAsNumber || 0)}
          />
          <button type="button" aria-label={words.higher} onClick={() => to(height + STOREY_M)}>
            +
          </button>
        </span>
      </label>
    </>
  )
}
