/** A field with its label, a hint, and what the service finds wrong with it. */
import { useId, type ReactNode } from 'react'
import styles from '../admin.module.css'

interface Props {
  label: string
  hint?: string
  problems?: string[]
  children: (about: {
    id: string
    'aria-describedby': string
    'aria-invalid': boolean
  }) => ReactNode
}

export function Field({ label, hint, problems = [], children }: Props) {
  const id = useId()
  const about = `${id}-about`
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': about, 'aria-invalid': problems.length > 0 })}
      <div id={about}>
        {problems.map((problem) => (
          <p key={problem} className={styles.wrong} role="alert">
            {problem}
          </p>
        ))}
        {hint && <p className={styles.soft}>{hint}</p>}
      </div>
    </div>
  )
}
