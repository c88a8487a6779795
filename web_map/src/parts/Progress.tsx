/** A share of works done, as a bar; its figure stands beside it in words. */
import styles from './parts.module.css'

export function Progress({ value, label }: { value: number; label: string }) {
  return (
    <span
      className={styles.progress}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(value * 100)}
    >
      <span style={{ inlineSize: `${value * 100}%` }} />
    </span>
  )
}
