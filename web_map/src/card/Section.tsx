/** A part of the card under its heading; with nothing in it, it says what would be there. */
import { useId, type ReactNode } from 'react'
import styles from './card.module.css'

interface Props {
  title: string
  empty?: string | false
  children?: ReactNode
}

export function Section({ title, empty, children }: Props) {
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {empty ? <p className={styles.soft}>{empty}</p> : children}
    </section>
  )
}
