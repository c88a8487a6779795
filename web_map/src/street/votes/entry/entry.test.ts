import { describe, expect, it } from 'vitest'
import { batchOf, paperOf, refusalsOf, unsent } from './batch'
import { begun, pending, reduce, scanOf, votesOf, type Action, type State } from './entry'
import { community } from './rooms.testing'

const after = (...actions: Action[]) => actions.reduce(reduce, begun(community()))
const favour: Action = { do: 'answer', answer: 'favour' }
const against: Action = { do: 'answer', answer: 'against' }
const type = (text: string): Action => ({ do: 'type', text })
const room = (state: State) => pending(state)?.room
const household = (state: State, name: string) =>
  state.rooms.find((each) => each.room === name)?.household ?? 0
const vote = (state: State, name: string) => votesOf(state).get(household(state, name))
const sent = (state: State, refused = {}) => {
  const keys = batchOf(state.entries).map(({ key }) => key)
  return [
    { do: 'sending', keys },
    { do: 'sent', keys, refused },
  ].reduce((before, action) => reduce(before, action as Action), state)
}

describe('one key', () => {
  it('enters the next room in walking order and goes on', () => {
    const state = after(favour, against, favour)
    expect(state.entries.map(({ room: name, answer }) => [name, answer])).toEqual([
      ['1-1-101', 'favour'],
      ['1-1-102', 'against'],
      ['1-1-201', 'favour'],
    ])
    expect(room(state)).toBe('1-1-202')
  })

  it('enters all rooms there are, and then none', () => {
    const all = Array.from({ length: 20 }, () => favour)
    const state = after(...all)
    expect(state.entries).toHaveLength(16)
    expect(room(state)).toBeUndefined()
    expect(votesOf(state).size).toBe(16)
  })

  it('enters the room that was typed, and walks on from there', () => {
    const state = after(favour, type('202'), against)
    expect(vote(state, '1-1-202')).toBe('against')
    expect(room(state)).toBe('1-2-101')
    expect(state.typed).toBe('')
  })

  it('does nothing for a room that is not clear, is none, or has voted', () => {
    const unclear = after({ do: 'step', by: 1 }, type('101'), favour)
    expect(unclear.hint).toMatchObject({ kind: 'several' })
    expect(unclear.entries).toHaveLength(0)
    expect(after(type('999'), favour).hint).toEqual({ kind: 'none', typed: '999' })
    const given = after(favour, type('1-1-101'), against)
    expect(given.hint).toMatchObject({ kind: 'given', answer: 'favour', online: false })
    expect(given.entries).toHaveLength(1)
  })

  it('passes over those who voted online, and tells of them', () => {
    const rooms = community().map((each, at) =>
      at === 0 ? { ...each, answer: 'against' as const, channel: 'online' as const } : each,
    )
    const state = begun(rooms)
    expect(room(state)).toBe('1-1-102')
    const typed = [type('1-1-101'), favour].reduce(reduce, state)
    expect(typed.hint).toMatchObject({ kind: 'given', answer: 'against', online: true })
  })
})

describe('keeping to a building', () => {
  it('begins at its first room and ends with its last', () => {
    const state = after({ do: 'keep to', building: 2 })
    expect(room(state)).toBe('2-1-101')
    const full = Array.from({ length: 8 }, () => favour).reduce<State>(reduce, state)
    expect(room(full)).toBeUndefined()
    expect(full.entries.every(({ building }) => building === 2)).toBe(true)
  })

  it('steps over rooms of which there is no paper', () => {
    expect(room(after({ do: 'step', by: 1 }, { do: 'step', by: 1 }))).toBe('1-1-201')
    expect(room(after({ do: 'step', by: 1 }, { do: 'step', by: -1 }))).toBe('1-1-101')
  })
})

describe('taking back', () => {
  it('undoes what was not sent, as if it never was', () => {
    const state = after(favour, against, { do: 'take back' })
    expect(state.entries).toHaveLength(1)
    expect(room(state)).toBe('1-1-102')
    expect(vote(state, '1-1-102')).toBeUndefined()
  })

  it('asks for a correction once it is on its way', () => {
    const state = reduce(sent(after(favour)), { do: 'take back' })
    expect(state.entries).toHaveLength(1)
    expect(state.correcting).toBe(household(state, '1-1-101'))
  })
})

describe('a correction', () => {
  const begin = () => reduce(sent(after(favour, favour)), { do: 'take back' })

  it('is another entry with its reason; the first one stays', () => {
    const state = reduce(begin(), {
      do: 'put right',
      answer: 'against',
      withdrawn: false,
      reason: '看错意见',
    })
    expect(vote(state, '1-1-102')).toBe('against')
    expect(state.correcting).toBeNull()
    expect(batchOf(state.entries).map(paperOf)).toEqual([
      {
        room: '1-1-102',
        building: 1,
        answer: 'against',
        scan: null,
        reason: '看错意见',
        withdrawn: false,
      },
    ])
    expect(room(state)).toBe('1-1-201')
  })

  it('that withdraws leaves the household without a ballot, to be entered next', () => {
    const state = reduce(begin(), {
      do: 'put right',
      answer: 'favour',
      withdrawn: true,
      reason: '录错房号',
    })
    expect(vote(state, '1-1-102')).toBeUndefined()
    expect(room(state)).toBe('1-1-102')
  })
})

describe('sending', () => {
  it('takes one entry of a household at a time, so that sending again changes nothing', () => {
    const state = after(favour, favour)
    const twice = reduce(
      { ...state, correcting: household(state, '1-1-101') },
      { do: 'put right', answer: 'against', withdrawn: false, reason: '看错' },
    )
    expect(batchOf(twice.entries).map(({ room: name }) => name)).toEqual(['1-1-101', '1-1-102'])
    expect(batchOf(sent(twice).entries).map(({ answer }) => answer)).toEqual(['against'])
  })

  it('loses nothing when it fails', () => {
    const state = after(favour, favour)
    const keys = state.entries.map(({ key }) => key)
    const back = [
      { do: 'sending', keys } as const,
      { do: 'kept back', keys } as const,
    ].reduce<State>(reduce, state)
    expect(batchOf(back.entries)).toHaveLength(2)
    expect(unsent(back.entries)).toHaveLength(2)
  })

  it('shows what was refused with its reason, and counts it no longer', () => {
    const state = after(favour, favour)
    const batch = batchOf(state.entries)
    const told = { entered: 1, repeated: 0, corrected: 0 }
    const refused = [{ row: 1, room: '1-1-102', code: 'ballot.differs', message: '已在线投票' }]
    const done = sent(state, refusalsOf(batch, { ...told, refused }))
    expect(done.entries.map((entry) => [entry.state, entry.told])).toEqual([
      ['sent', ''],
      ['refused', '已在线投票'],
    ])
    expect(vote(done, '1-1-102')).toBeUndefined()
    expect(unsent(done.entries)).toHaveLength(1)
    const [, second] = done.entries
    expect(reduce(done, { do: 'dismiss', key: second?.key ?? 0 }).entries).toHaveLength(1)
  })
})

describe('a scan', () => {
  it('is of all ballots entered while its sheet lies there', () => {
    const state = after(
      favour,
      { do: 'scan', scan: 'a'.repeat(64) },
      favour,
      against,
      { do: 'scan', scan: null },
      favour,
    )
    expect(state.entries.map(({ scan }) => scan !== null)).toEqual([false, true, true, false])
  })

  it('may come after its ballot', () => {
    const state = after(against)
    const scan = 'b'.repeat(64)
    const more = reduce(state, { do: 'add scan', household: household(state, '1-1-101'), scan })
    expect(more.entries.at(-1)).toMatchObject({ answer: 'against', scan, reason: '' })
    expect(scanOf(more, household(more, '1-1-101'))).toBe(scan)
    expect(scanOf(more, household(more, '1-1-102'))).toBeNull()
  })
})
