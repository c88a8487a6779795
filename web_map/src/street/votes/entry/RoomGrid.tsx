/** Which building one keeps to, how far it is, and its rooms: voted, next, still to come. */
import type { Dispatch } from 'react'
import { Chip } from '../../../parts/Chip'
import { Progress } from '../../../parts/Progress'
import { useVotesWords } from '../../../text/useVotesWords'
import { pending, votesOf, type Action, type State } from './entry'
import styles from './entry.module.css'
import { byBuilding, type Room } from './walk'

interface Props {
  state: State
  dispatch: Dispatch<Action>
}

export function RoomGrid({ state, dispatch }: Props) {
  const words = useVotesWords()
  const { rooms, building } = state
  const votes = votesOf(state)
  const here = pending(state)
  const voted = (of: readonly Room[]) => of.filter(({ household }) => votes.has(household)).length
  const buildings = byBuilding(rooms)
  const shown = here?.building ?? building ?? rooms[0]?.building ?? null
  const inside = buildings.get(shown) ?? []
  return (
    <section className={styles.grid} aria-label={words.keepTo}>
      <p className={styles.progress} role="status">
        <strong>{words.entered(voted(rooms), rooms.length)}</strong>
        <Progress
          value={voted(rooms) / rooms.length}
          label={words.entered(voted(rooms), rooms.length)}
        />
      </p>
      <div className={styles.buildings} role="group" aria-label={words.keepTo}>
        <Chip on={building === null} toggle={() => dispatch({ do: 'keep to', building: null })}>
          {words.wholeCommunity}
        </Chip>
        {[...buildings].map(([id, inIt]) => (
          <Chip
            key={id ?? 0}
            on={id !== null && building === id}
            toggle={() => dispatch({ do: 'keep to', building: building === id ? null : id })}
          >
            {words.buildingName(inIt[0]?.number ?? '')} {voted(inIt)}/{inIt.length}
          </Chip>
        ))}
      </div>
      <h3>{words.buildingName(inside[0]?.number ?? '')}</h3>
      <p className={styles.soft}>{words.roomsHint}</p>
      <ul className={styles.rooms}>
        {inside.map(({ household, room }) => {
          const answer = votes.get(household)
          return (
            <li key={household}>
              <button
                type="button"
                data-answer={answer}
                aria-current={household === here?.household}
                aria-label={answer ? `${room} ${words.answers[answer]}` : room}
                onClick={() => dispatch({ do: 'pick', household })}
              >
                {room}
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
