/** Entering the ballots of a vote by keyboard: the line, what was entered, and the rooms. */
import { useEffect, useMemo, useReducer } from 'react'
import { useSession } from '../../../api/queries'
import type { VotingRoom } from '../../../api/schema.gen'
import { Empty, Failure, Skeleton } from '../../../parts/States'
import staff from '../../../staff/staff.module.css'
import { changeView } from '../../../state/useView'
import { useVotesWords } from '../../../text/useVotesWords'
import { useRooms, type VoteItem } from '../asking'
import { Correcting } from './Correcting'
import { begun, reduce } from './entry'
import styles from './entry.module.css'
import { EntryLine } from './EntryLine'
import { EntryLog } from './EntryLog'
import { keptEntries } from './kept'
import { Quorum } from './Quorum'
import { RoomGrid } from './RoomGrid'
import { ScanField } from './ScanField'
import { useSending } from './useSending'
import { walk } from './walk'

export function EntryPage({ vote }: { vote: VoteItem }) {
  const words = useVotesWords()
  const rooms = useRooms(vote.id)
  if (rooms.error) return <Failure error={rooms.error} retry={() => void rooms.refetch()} />
  if (!rooms.data) return <Skeleton rows={6} />
  if (rooms.data.length === 0) return <Empty title={words.noLedger} hint={words.noneHint} />
  return <Entering vote={vote} rooms={rooms.data} />
}

function Entering({ vote, rooms }: { vote: VoteItem; rooms: VotingRoom[] }) {
  const words = useVotesWords()
  const officer = useSession().data?.username ?? ''
  const desk = useMemo(() => ({ vote: vote.id, officer }), [vote.id, officer])
  const [state, dispatch] = useReducer(reduce, rooms, (found) =>
    begun(walk(found), keptEntries(desk)),
  )
  useEffect(() => dispatch({ do: 'read', rooms: walk(rooms) }), [rooms])
  const failure = useSending(desk, state.entries, dispatch)
  return (
    <div className={`${staff.page} ${styles.page}`}>
      <header className={styles.head}>
        <button
          type="button"
          className={staff.back}
          onClick={() => changeView({ part: `votes/${vote.id}` })}
        >
          {vote.properties.title}
        </button>
        <h2>{words.entryTitle}</h2>
        <Quorum vote={vote.id} />
      </header>
      <div className={styles.columns}>
        <div>
          <EntryLine state={state} dispatch={dispatch} />
          {state.correcting !== null && (
            <Correcting
              key={state.correcting}
              household={state.correcting}
              state={state}
              dispatch={dispatch}
            />
          )}
          <ScanField scan={state.scan} dispatch={dispatch} />
          <EntryLog entries={state.entries} failure={failure} dispatch={dispatch} />
        </div>
        <RoomGrid state={state} dispatch={dispatch} />
      </div>
    </div>
  )
}
