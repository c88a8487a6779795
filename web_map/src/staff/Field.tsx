/** A field with its label, a hint, and what the service finds wrong with it. */
import { useId, type ReactNode } from 'react'
import styles from './staff.module.css'

/** What ties an input to its label, its hint and its problems. */
export interface About {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': boolean
}

interface Props {
  label: string
  hint?: string
  problems?: string[]
  children: (about: About) => ReactNode
}

export function Field({ label, hint, problems = [], children }: Props) {
  const id = useId()
  const told = hint !== undefined || problems.length > 0
  const about = told ? `${id}-about` : undefined
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': about, 'aria-invalid': problems.length > 0 })}
      {told && (
        <div id={about}>
          {problems.map((problem) => (
            <p key={problem} className={styles.wrong} role="alert">
              {problem}
            </p>
          ))}
          {hint && <p className={styles.soft}>{hint}</p>}
        </div>
      )}
    </div>
  )
}
