/** A score as the sum of its parts on the scale from 0 to 1; hatched is what is not known. */
import type { Utilities } from './scoring'
import { parts } from './scoring'
import { criterionColor } from './colors'
import styles from './planning.module.css'

interface Props {
  utilities: Utilities
  weights: Float64Array
  row: number
  label: string
}

export function Contributions({ utilities, weights, row, label }: Props) {
  return (
    <span className={styles.parts} role="img" aria-label={label} title={label}>
      {parts(utilities, weights, row).map(({ part, unknown }, at) => (
        <i
          key={utilities.criteria[at]}
          data-unknown={unknown}
          style={{ inlineSize: `${part * 100}%`, ['--part' as string]: criterionColor(at) }}
        />
      ))}
    </span>
  )
}
