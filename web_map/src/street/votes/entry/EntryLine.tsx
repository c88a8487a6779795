/** The one line where ballots are typed: a room where it is not the next one, then one key. */
import { useEffect, useRef, type Dispatch, type KeyboardEvent } from 'react'
import { Icon } from '../../../icons/Icon'
import { useVotesWords } from '../../../text/useVotesWords'
import { pending, placeOf, type Action, type State } from './entry'
import styles from './entry.module.css'
import { HintLine } from './HintLine'
import { ANSWERS, answerOf, SIGNS } from './keys'
import { suggested } from './walk'

const MOST_SUGGESTED = 6

interface Props {
  state: State
  dispatch: Dispatch<Action>
}

export function EntryLine({ state, dispatch }: Props) {
  const words = useVotesWords()
  const input = useRef<HTMLInputElement>(null)
  const { correcting, scan } = state
  // Back to the line after all that is done beside it.
  useEffect(() => {
    if (correcting === null) input.current?.focus()
  }, [correcting, scan, state.building])
  const room = pending(state)
  const offers = suggested(state.typed, placeOf(state), MOST_SUGGESTED)
  const press = (event: KeyboardEvent) => {
    const action = actionOf(event, state, offers[0]?.household)
    if (!action) return
    event.preventDefault()
    dispatch(action)
  }
  return (
    <section className={styles.line} aria-label={words.entryTitle}>
      <p className={styles.next} role="status" data-none={room === null}>
        <span>{words.nextRoom}</span>
        <strong>{room ? `${room.number} ${room.room}` : state.typed || words.allDone}</strong>
      </p>
      <div className={styles.keys}>
        <input
          ref={input}
          value={state.typed}
          onChange={({ target }) => dispatch({ do: 'type', text: target.value })}
          onKeyDown={press}
          aria-label={words.typeRoom}
          aria-describedby="entry-hint"
          placeholder={room?.room ?? ''}
          autoComplete="off"
          inputMode="tel"
          autoFocus
        />
        {ANSWERS.map((answer) => (
          <button
            key={answer}
            type="button"
            data-answer={answer}
            disabled={!room}
            onClick={() => {
              dispatch({ do: 'answer', answer })
              input.current?.focus()
            }}
          >
            <kbd>{SIGNS[answer]}</kbd> {words.answers[answer]}
          </button>
        ))}
      </div>
      <HintLine state={state} dispatch={dispatch} />
      {offers.length > 0 && (
        <ul className={styles.offers} aria-label={words.typeRoom}>
          {offers.map((offer) => (
            <li key={offer.household}>
              <button
                type="button"
                onClick={() => dispatch({ do: 'pick', household: offer.household })}
              >
                {offer.number} {offer.room}
              </button>
            </li>
          ))}
        </ul>
      )}
      <p id="entry-hint" className={styles.soft}>
        {words.typeHint}
      </p>
      <button
        type="button"
        className={styles.plain}
        disabled={state.entries.length === 0}
        onClick={() => dispatch({ do: 'take back' })}
      >
        <Icon name="undo" />
        {words.takeBack}
      </button>
    </section>
  )
}

/** What a key of the line does; null for keys that type. */
function actionOf(event: KeyboardEvent, state: State, offer: number | undefined): Action | null {
  const answer = answerOf(event)
  if (answer) return { do: 'answer', answer }
  switch (event.key) {
    case 'ArrowDown':
      return { do: 'step', by: 1 }
    case 'ArrowUp':
      return { do: 'step', by: -1 }
    case 'Escape':
      return { do: 'type', text: '' }
    case 'Backspace':
      return state.typed ? null : { do: 'take back' }
    case 'Enter':
      // On an empty line the room stays as it is.
      return state.typed && offer !== undefined ? { do: 'pick', household: offer } : null
    default:
      return null
  }
}
