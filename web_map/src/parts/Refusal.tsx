/** Why something that was sent is not taken: everything that is wrong, not the first of it. */
import { Problem } from '../api/client'
import { useWords } from '../text/useWords'
import styles from './Refusal.module.css'

export function Refusal({ error }: { error: Error }) {
  const words = useWords()
  const problem = error instanceof Problem ? error : null
  const told = problem?.told.problems?.map(({ message }) => message) ?? []
  const said =
    problem?.status === 0 ? [words.unreachable] : told.length > 0 ? told : [error.message]
  return (
    <div role="alert" className={styles.refusal}>
      {said.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  )
}
