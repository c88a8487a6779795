/** What a view says while it loads, when there is nothing, and when something went wrong. */
import type { ReactNode } from 'react'
import { Problem } from '../api/client'
import { Icon } from '../icons/Icon'
import { useWords } from '../text/useWords'
import styles from './parts.module.css'

export function Skeleton({ rows }: { rows: number }) {
  const words = useWords()
  return (
    <div className={styles.skeleton} role="status">
      <span className="unseen">{words.loading}</span>
      {Array.from({ length: rows }, (_, row) => (
        <i key={row} />
      ))}
    </div>
  )
}

export function Empty({
  title,
  hint,
  children,
}: {
  title: string
  hint: string
  children?: ReactNode
}) {
  return (
    <div className={styles.state}>
      <Icon name="search" size={28} />
      <strong>{title}</strong>
      <p>{hint}</p>
      {children}
    </div>
  )
}

export function Failure({ error, retry }: { error: Error; retry: () => void }) {
  const words = useWords()
  const unreachable = error instanceof Problem && error.status === 0
  return (
    <div className={styles.state} role="alert">
      <Icon name={unreachable ? 'offline' : 'alert'} size={28} />
      <p>{unreachable ? words.unreachable : words.failed(error.message)}</p>
      <button type="button" className={styles.button} onClick={retry}>
        {words.retry}
      </button>
    </div>
  )
}
