/** Why a key did nothing, and what to do then. */
import type { Dispatch } from 'react'
import staff from '../../../staff/staff.module.css'
import { useVotesWords } from '../../../text/useVotesWords'
import type { Action, State } from './entry'

interface Props {
  state: State
  dispatch: Dispatch<Action>
}

export function HintLine({ state: { hint }, dispatch }: Props) {
  const words = useVotesWords()
  if (!hint) return null
  if (hint.kind !== 'given')
    return (
      <p className={staff.note} data-kind="warning" role="alert">
        {hint.kind === 'none'
          ? words.noRoom(hint.typed)
          : words.several(hint.rooms.map(({ room }) => room))}
      </p>
    )
  const { room, answer, online } = hint
  return (
    <div className={staff.note} data-kind="warning" role="alert">
      <p>{(online ? words.givenOnline : words.given)(room.room, words.answers[answer])}</p>
      {!online && (
        <div className={staff.actions}>
          <button
            type="button"
            onClick={() => dispatch({ do: 'correct', household: room.household })}
          >
            {words.correct}
          </button>
        </div>
      )}
    </div>
  )
}
