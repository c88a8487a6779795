/** Putting an entry right: another answer, or none where the room was wrong; always with a reason. */
import { useState, type Dispatch, type KeyboardEvent } from 'react'
import { addressOfFile } from '../../../api/attachments'
import { Field } from '../../../staff/Field'
import staff from '../../../staff/staff.module.css'
import { useVotesWords } from '../../../text/useVotesWords'
import { scanOf, votesOf, type Action, type Answer, type State } from './entry'
import styles from './entry.module.css'
import { ANSWERS, answerOf, SIGNS } from './keys'

interface Props {
  household: number
  state: State
  dispatch: Dispatch<Action>
}

export function Correcting({ household, state, dispatch }: Props) {
  const words = useVotesWords()
  const before = votesOf(state).get(household) ?? 'favour'
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [withdrawn, setWithdrawn] = useState(false)
  const [reason, setReason] = useState('')
  const room = state.rooms.find((each) => each.household === household)
  const scan = scanOf(state, household)
  const decided = withdrawn || answer !== null
  const decide = (chosen: Answer | null) => {
    setAnswer(chosen)
    setWithdrawn(chosen === null)
    setReason((told) =>
      told && !words.reasons.includes(told) ? told : words.reasons[chosen ? 0 : 1],
    )
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') dispatch({ do: 'correct', household: null })
    if (decided) return
    const pressed = answerOf(event)
    if (!pressed && event.key !== 'Delete') return
    event.preventDefault()
    if (pressed !== before) decide(pressed)
  }
  return (
    <form
      className={styles.correcting}
      aria-label={words.correctTitle(room?.room ?? '')}
      onKeyDown={press}
      onSubmit={(event) => {
        event.preventDefault()
        if (!decided || !reason.trim()) return
        dispatch({ do: 'put right', answer: answer ?? before, withdrawn, reason: reason.trim() })
      }}
    >
      <h3>
        {words.correctTitle(`${room?.number ?? ''} ${room?.room ?? ''}`)} · {words.answers[before]}
      </h3>
      {scan && (
        <a href={addressOfFile(scan)} target="_blank" rel="noreferrer">
          {words.scanOpen}
        </a>
      )}
      <div className={styles.choices} role="group" aria-label={words.correctTo}>
        {ANSWERS.map((each) => (
          <button
            key={each}
            type="button"
            disabled={each === before}
            aria-pressed={!withdrawn && each === answer}
            onClick={() => decide(each)}
          >
            <kbd>{SIGNS[each]}</kbd> {words.answers[each]}
          </button>
        ))}
        <button type="button" aria-pressed={withdrawn} onClick={() => decide(null)}>
          <kbd>Del</kbd> {words.withdraw}
        </button>
      </div>
      <Field label={words.reason}>
        {(about) => (
          <input
            {...about}
            value={reason}
            list="reasons"
            required
            autoFocus
            maxLength={200}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Field>
      <datalist id="reasons">
        {words.reasons.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
      <div className={staff.actions}>
        <button type="submit" className={staff.main} disabled={!decided || !reason.trim()}>
          {words.save}
        </button>
        <button type="button" onClick={() => dispatch({ do: 'correct', household: null })}>
          {words.cancel}
        </button>
      </div>
    </form>
  )
}
