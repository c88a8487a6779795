import { afterEach, describe, expect, it } from 'vitest'
import { begun, reduce, type State } from './entry'
import { keepEntries, keptEntries } from './kept'
import { community } from './rooms.testing'

const DESK = { vote: 1, officer: 'zhao' }
const two = [
  { do: 'answer', answer: 'favour' } as const,
  { do: 'answer', answer: 'against' } as const,
]
const entered = () => two.reduce<State>(reduce, begun(community()))

afterEach(() => sessionStorage.clear())

describe('entries that are not yet sent', () => {
  it('are there after a reload, those on their way among them', () => {
    const state = reduce(entered(), { do: 'sending', keys: [1] })
    keepEntries(DESK, state.entries)
    const kept = keptEntries(DESK)
    expect(kept.map(({ answer, state: how }) => [answer, how])).toEqual([
      ['favour', 'waiting'],
      ['against', 'waiting'],
    ])
    expect(begun(community(), kept).at).toBe(2)
  })

  it('are of one vote and one officer', () => {
    keepEntries(DESK, entered().entries)
    expect(keptEntries({ ...DESK, officer: 'qian' })).toEqual([])
    expect(keptEntries({ ...DESK, vote: 2 })).toEqual([])
  })

  it('leave nothing behind once they are sent', () => {
    keepEntries(DESK, entered().entries)
    keepEntries(DESK, reduce(entered(), { do: 'sent', keys: [1, 2] }).entries)
    expect(sessionStorage).toHaveLength(0)
  })
})
