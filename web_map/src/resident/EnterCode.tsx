/** The code, typed from the letter: large, and as forgiving as the service is. */
import { useId } from 'react'
import { useResidentWords } from '../text/useResidentWords'
import styles from './resident.module.css'

interface Props {
  code: string
  change: (code: string) => void
  busy: boolean
  look: () => void
}

export function EnterCode({ code, change, busy, look }: Props) {
  const words = useResidentWords()
  const id = useId()
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        look()
      }}
    >
      <label htmlFor={id}>{words.code}</label>
      <input
        id={id}
        className={styles.code}
        required
        maxLength={40}
        value={code}

        aria-describedby={`${id}-hint`}
        autoCapitalize="characters"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        onChange={({ target }) => change(target.value)}
      />
      <p id={`${id}-hint`} className={styles.soft}>
        {words.codeHint}
      </p>
      <button type="submit" className={styles.main} disabled={busy}>
        {busy ? words.looking : words.next}
      </button>
    </form>
  )
}
