/** The photo or PDF of the sheet that lies before the officer: the next ballots bear it. */
import { useState, type Dispatch } from 'react'
import { attach } from '../../../api/attachments'
import { Problems } from '../../../staff/Problems'
import staff from '../../../staff/staff.module.css'
import { useVotesWords } from '../../../text/useVotesWords'
import type { Action } from './entry'
import { FilePick } from './FilePick'
import styles from './entry.module.css'

interface Props {
  scan: string | null
  dispatch: Dispatch<Action>
}

export function ScanField({ scan, dispatch }: Props) {
  const words = useVotesWords()
  const [name, setName] = useState('')
  const [sending, setSending] = useState(false)
  const [error, setError] = useState<Error | null>(null)
  const pick = (file: File) => {
    setSending(true)
    setError(null)
    attach(file)
      .then(({ sha256 }) => {
        setName(file.name)
        dispatch({ do: 'scan', scan: sha256 })
      })
      .catch(setError)
      .finally(() => setSending(false))
  }
  return (
    <section className={styles.scan} aria-label={words.scan}>
      <h3>{words.scan}</h3>
      <p className={styles.soft}>{scan ? words.scanOn(name) : words.scanHint}</p>
      <Problems error={error} />
      <div className={staff.actions}>
        <FilePick label={sending ? words.scanSending : words.scanPick} pick={pick} />
        {scan && (
          <button type="button" onClick={() => dispatch({ do: 'scan', scan: null })}>
            {words.scanOff}
          </button>
        )}
      </div>
    </section>
  )
}
