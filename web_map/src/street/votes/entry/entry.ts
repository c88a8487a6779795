/**
 * Entering ballots, as a machine without a page: what a key does, what is still to be sent, what
 * the service refused. Each entry is known to the page at once and to the service soon after.
 */
import type { VotingRoom } from '../../../api/schema.gen'
import { meant, next, type Place, type Room } from './walk'

export type Answer = NonNullable<VotingRoom['answer']>

export interface Entry {
  key: number
  household: number
  building: number | null
  room: string
  answer: Answer
  withdrawn: boolean
  reason: string
  scan: string | null
  state: 'waiting' | 'sending' | 'sent' | 'refused'
  told: string
}

/** Why a key did nothing: which room is not clear, there is none, or it has a ballot. */
export type Hint =
  | { kind: 'several'; rooms: Room[] }
  | { kind: 'none'; typed: string }
  | { kind: 'given'; room: Room; answer: Answer; online: boolean }

export interface State {
  rooms: readonly VotingRoom[]
  building: number | null
  at: number
  typed: string
  /** Oldest first. */
  entries: readonly Entry[]
  scan: string | null
  hint: Hint | null
  /** The household whose ballot is being corrected. */
  correcting: number | null
}

export type Action =
  | { do: 'type'; text: string }
  | { do: 'answer'; answer: Answer }
  | { do: 'pick'; household: number }
  | { do: 'step'; by: 1 | -1 }
  | { do: 'keep to'; building: number | null }
  | { do: 'scan'; scan: string | null }
  | { do: 'take back' }
  | { do: 'correct'; household: number | null }
  | { do: 'put right'; answer: Answer; withdrawn: boolean; reason: string }
  | { do: 'add scan'; household: number; scan: string }
  | { do: 'sending' | 'kept back' | 'sent'; keys: readonly number[]; refused?: Refusals }
  | { do: 'dismiss'; key: number }
  | { do: 'read'; rooms: readonly VotingRoom[] }

/** What the service said of entries, by key. */
export type Refusals = Readonly<Record<number, string>>

export function begun(rooms: readonly VotingRoom[], entries: readonly Entry[] = []): State {
  const none = { building: null, typed: '', scan: null, hint: null, correcting: null }
  const state = { ...none, rooms, at: -1, entries }
  return { ...state, at: next(placeOf(state), 0) }
}

/** The ballot of each household that has one, entries on their way among them. */
export function votesOf({ rooms, entries }: Pick<State, 'rooms' | 'entries'>): Map<number, Answer> {
  const votes = new Map<number, Answer>()
  for (const { household, answer } of rooms) if (answer) votes.set(household, answer)
  for (const { household, answer, withdrawn, state } of entries) {
    if (state === 'refused') continue
    if (withdrawn) votes.delete(household)
    else votes.set(household, answer)
  }
  return votes
}

/** The scan that a household's ballot bears, sent or not. */
export function scanOf({ rooms, entries }: State, household: number): string | null {
  const own = entries.filter((entry) => entry.household === household && entry.state !== 'refused')
  const room = rooms.find((each) => each.household === household)
  return own.findLast(({ scan }) => scan !== null)?.scan ?? room?.scan ?? null
}

export function placeOf(state: Pick<State, 'rooms' | 'entries' | 'at' | 'building'>): Place {
  const votes = votesOf(state)
  return { ...state, voted: ({ household }) => votes.has(household) }
}

/** The room that an answer would be entered for. */
export function pending(state: State): Room | null {
  if (!state.typed) return state.rooms[state.at] ?? null
  const rooms = meant(state.typed, placeOf(state))
  return rooms.length === 1 ? (rooms[0] ?? null) : null
}

export function reduce(state: State, action: Action): State {
  switch (action.do) {
    case 'type':
      return { ...state, typed: action.text, hint: null }
    case 'answer':
      return answered(state, action.answer)
    case 'pick':
      return picked(state, action.household)
    case 'step':
      return {
        ...state,
        typed: '',
        hint: null,
        at: next(placeOf(state), state.at + action.by, action.by),
      }
    case 'keep to': {
      const kept = { ...state, building: action.building, typed: '', hint: null }
      return { ...kept, at: next(placeOf(kept), 0) }
    }
    case 'scan':
      return { ...state, scan: action.scan }
    case 'take back':
      return takenBack(state)
    case 'correct':
      return { ...state, correcting: action.household, hint: null }
    case 'put right':
      return corrected(state, action)
    case 'add scan': {
      const answer = votesOf(state).get(action.household)
      return answer ? added(state, { ...action, answer }) : state
    }
    case 'sending':
      return marked(state, action.keys, 'sending')
    case 'kept back':
      return marked(state, action.keys, 'waiting')
    case 'sent':
      return marked(state, action.keys, 'sent', action.refused)
    case 'dismiss':
      return { ...state, entries: state.entries.filter(({ key }) => key !== action.key) }
    case 'read': {
      const read = { ...state, rooms: action.rooms }
      return { ...read, at: next(placeOf(read), Math.max(state.at, 0)) }
    }
  }
}

function answered(state: State, answer: Answer): State {
  const room = pending(state)
  if (!room) {
    if (!state.typed) return state
    const rooms = meant(state.typed, placeOf(state))
    const hint: Hint =
      rooms.length > 1 ? { kind: 'several', rooms } : { kind: 'none', typed: state.typed }
    return { ...state, hint }
  }
  const given = votesOf(state).get(room.household)
  if (given) {
    const online = state.rooms.some(
      ({ household, channel }) => household === room.household && channel === 'online',
    )
    return { ...state, hint: { kind: 'given', room, answer: given, online } }
  }
  const kept = added(state, { household: room.household, answer, scan: state.scan })
  const index = state.rooms.findIndex(({ household }) => household === room.household)
  return { ...kept, typed: '', hint: null, at: next(placeOf(kept), index + 1) }
}

function picked(state: State, household: number): State {
  const at = state.rooms.findIndex((room) => room.household === household)
  const open = at >= 0 && !votesOf(state).has(household)
  return open
    ? { ...state, at, typed: '', hint: null }
    : { ...state, correcting: household, hint: null }
}

/** What is not yet sent never was; what is on its way or has arrived is corrected with a reason. */
function takenBack(state: State): State {
  const last = state.entries.at(-1)
  if (!last) return state
  if (last.state !== 'waiting') return { ...state, correcting: last.household }
  const at = state.rooms.findIndex(({ household }) => household === last.household)
  return { ...state, entries: state.entries.slice(0, -1), at, typed: '', hint: null }
}

function corrected(
  state: State,
  { answer, withdrawn, reason }: Pick<Entry, 'answer' | 'withdrawn' | 'reason'>,
): State {
  if (state.correcting === null) return state
  const household = state.correcting
  const made = added(state, { household, answer, withdrawn, reason })
  const done = { ...made, correcting: null }
  if (!withdrawn) return done
  const at = state.rooms.findIndex((room) => room.household === household)
  return { ...done, at }
}

type Fresh = Pick<Entry, 'household' | 'answer'> &
  Partial<Pick<Entry, 'withdrawn' | 'reason' | 'scan'>>

function added(state: State, fresh: Fresh): State {
  const room = state.rooms.find(({ household }) => household === fresh.household)
  if (!room) return state
  const { household, answer, withdrawn = false, reason = '', scan = null } = fresh
  const entry: Entry = {
    key: 1 + Math.max(0, ...state.entries.map(({ key }) => key)),
    household,
    building: room.building,
    room: room.room,
    answer,
    withdrawn,
    reason,
    scan,
    state: 'waiting',
    told: '',
  }
  return { ...state, entries: [...state.entries, entry] }
}

function marked(
  state: State,
  keys: readonly number[],
  to: Entry['state'],
  refused: Refusals = {},
): State {
  const entries = state.entries.map((entry) => {
    if (!keys.includes(entry.key)) return entry
    const told = refused[entry.key]
    return told === undefined
      ? { ...entry, state: to, told: '' }
      : { ...entry, state: 'refused' as const, told }
  })
  return { ...state, entries }
}
