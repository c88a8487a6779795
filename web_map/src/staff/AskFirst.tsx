/** A button for what cannot be undone: it says what will happen and asks once more. */
import { useState } from 'react'
import { useWords } from '../text/useWords'
import styles from './staff.module.css'

interface Props {
  label: string
  says: string
  busy: boolean
  yes: () => void
}

export function AskFirst({ label, says, busy, yes }: Props) {
  const words = useWords()
  const [asking, setAsking] = useState(false)
  if (!asking)
    return (
      <button type="button" disabled={busy} onClick={() => setAsking(true)}>
        {label}
      </button>
    )
  const answer = () => {
    setAsking(false)
    yes()
  }
  return (
    <div className={styles.asking} role="alertdialog" aria-label={label}>
      <p>{says}</p>
      <div className={styles.actions}>
        <button type="button" autoFocus onClick={() => setAsking(false)}>
          {words.cancel}
        </button>
        <button type="button" className={styles.danger} onClick={answer}>
          {words.sure}
        </button>
      </div>
    </div>
  )
}
