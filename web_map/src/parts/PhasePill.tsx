/** A public phase: colour, icon and word, always all three. */
import { Icon } from '../icons/Icon'
import styles from './parts.module.css'
import type { Phase } from './usePhases'

export function PhaseMark({ phase, size = 20 }: { phase: Phase; size?: number }) {
  return (
    <span className={styles.mark} style={{ width: size, height: size, background: phase.color }}>
      <Icon name={phase.icon} size={Math.round(size * 0.62)} />
    </span>
  )
}

export function PhasePill({ phase }: { phase: Phase }) {
  return (
    <span className={styles.pill}>
      <PhaseMark phase={phase} />
      {phase.label}
    </span>
  )
}
