/** A score as the sum of its parts on the scale from 0 to 1; hatched is what is not known, and the
 * whisker tells between what the score may turn out to be. */
import type { Utilities } from './scoring'
import { parts } from './scoring'
import { criterionColor } from './colors'
import styles from './planning.module.css'

interface Props {
  utilities: Utilities
  weights: Float64Array
  row: number
  low: number
  high: number
  label: string
}

export function Contributions({ utilities, weights, row, low, high, label }: Props) {
  return (
    <span className={styles.scale}>
      <span className={styles.parts} role="img" aria-label={label} title={label}>
        {parts(utilities, weights, row).map(({ part, unknown }, at) => (
          <i
            key={utilities.criteria[at]}
            data-unknown={unknown}
            style={{ inlineSize: `${part * 100}%`, ['--part' as string]: criterionColor(at) }}
          />
        ))}
      </span>
      {high > low && (
        <i
          className={styles.whisker}
          style={{ insetInlineStart: `${low * 100}%`, inlineSize: `${(high - low) * 100}%` }}
        />
      )}
    </span>
  )
}
