/** What was entered, the last first: what is on its way, what was refused and why. */
import { useState, type Dispatch } from 'react'
import { Problem } from '../../../api/client'
import { attach } from '../../../api/attachments'
import { Problems } from '../../../staff/Problems'
import staff from '../../../staff/staff.module.css'
import tag from '../../../staff/tag.module.css'
import { useVotesWords } from '../../../text/useVotesWords'
import { unsent } from './batch'
import type { Action, Entry } from './entry'
import styles from './entry.module.css'
import { FilePick } from './FilePick'

const MOST_SHOWN = 100

interface Props {
  entries: readonly Entry[]
  failure: Error | null
  dispatch: Dispatch<Action>
}

export function EntryLog({ entries, failure, dispatch }: Props) {
  const words = useVotesWords()
  const left = unsent(entries).length
  const signedOut = failure instanceof Problem && failure.status === 401
  const refused = entries.filter(({ state }) => state === 'refused')
  const [scanError, setScanError] = useState<Error | null>(null)
  const scanned = new Set(entries.flatMap(({ household, scan }) => (scan ? [household] : [])))
  const addScan = (household: number, file: File) => {
    setScanError(null)
    attach(file)
      .then(({ sha256 }) => dispatch({ do: 'add scan', household, scan: sha256 }))
      .catch(setScanError)
  }
  const rest = entries.filter(({ state }) => state !== 'refused')
  return (
    <section className={styles.log} aria-label={words.log}>
      <h3>
        {words.log}
        {entries.length > 0 && (
          <span className={tag.tag} data-kind={left > 0 ? 'warning' : 'good'} role="status">
            {left > 0 ? words.unsent(left) : words.allSent}
          </span>
        )}
      </h3>
      {failure && left > refused.length && (
        <p className={staff.note} data-kind="warning" role="alert">
          {signedOut ? words.signedOut : words.retrying}
        </p>
      )}
      {entries.length === 0 && <p className={styles.soft}>{words.logEmpty}</p>}
      <Problems error={scanError} />
      <ol>
        {[...refused, ...rest.toReversed().slice(0, MOST_SHOWN)].map((entry) => (
          <LogRow
            key={entry.key}
            entry={entry}
            dispatch={dispatch}
            addScan={scanned.has(entry.household) ? null : (file) => addScan(entry.household, file)}
          />
        ))}
      </ol>
    </section>
  )
}

interface RowProps {
  entry: Entry
  dispatch: Dispatch<Action>
  addScan: ((file: File) => void) | null
}

function LogRow({ entry, dispatch, addScan }: RowProps) {
  const words = useVotesWords()
  const { household, room, answer, withdrawn, state, told, scan, key, reason } = entry
  return (
    <li data-state={state}>
      <strong>{room}</strong>
      <span data-answer={withdrawn ? undefined : answer}>
        {withdrawn ? words.withdrawn : words.answers[answer]}
        {reason && ` · ${reason}`}
        {scan && ` · ${words.scanned}`}
      </span>
      <span className={styles.soft}>{words.states[state]}</span>
      <span className={styles.rowActions}>
        {state === 'refused' ? (
          <button type="button" onClick={() => dispatch({ do: 'dismiss', key })}>
            {words.dismiss}
          </button>
        ) : (
          !withdrawn && addScan && <FilePick label={words.scanAdd} pick={addScan} />
        )}
        <button type="button" onClick={() => dispatch({ do: 'correct', household })}>
          {words.correct}
        </button>
      </span>
      {told && <p role="alert">{told}</p>}
    </li>
  )
}
