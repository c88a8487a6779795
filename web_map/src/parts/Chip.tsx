/** A filter that is on or off. */
import type { ReactNode } from 'react'
import styles from './parts.module.css'

interface Props {
  on: boolean
  toggle: () => void
  children: ReactNode
}

export function Chip({ on, toggle, children }: Props) {
  return (
    <button type="button" className={styles.chip} aria-pressed={on} onClick={toggle}>
      {children}
    </button>
  )
}
