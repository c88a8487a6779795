/** What went wrong and belongs to no field. */
import { Problem } from '../api/client'
import { useWords } from '../text/useWords'
import styles from './staff.module.css'
import { otherProblems } from './problems'

const NONE: readonly string[] = []

export function Problems({
  error,
  fields = NONE,
}: {
  error: Error | null
  fields?: readonly string[]
}) {
  const words = useWords()
  const unreachable = error instanceof Problem && error.status === 0
  const told = unreachable ? [words.unreachable] : otherProblems(error, fields)
  return told.map((problem) => (
    <p key={problem} className={styles.note} data-kind="danger" role="alert">
      {problem}
    </p>
  ))
}
