import type { Polygon } from 'geojson'
import { expect, test } from 'vitest'
import { filterOf, scopeOf, WHOLE } from './scope'
import { bodyOf, firstWish, locked, wishOf, type Wish } from './wish'

const GROUND: Polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [114.9, 28.2],
      [115, 28.2],
      [115, 28.3],
      [114.9, 28.2],
    ],
  ],
}
const FIRST = firstWish(2027, { age: 1 })

test('what was asked for comes back from its body', () => {
  const wish: Wish = {
    year: 2028,
    weights: { age: 0.4 },
    scope: { division: '360923', ground: GROUND },
    budget: 12_000_000,
    householdCost: 40_000,
    objective: 'score_households',
    most: 9,
    least: 2,
    floors: { '360923': 1 },
    caps: { '360924': 3 },
    sources: { central: 5_000_000 },
    locks: { '4': 'in', '7': 'out' },
    bundles: [['1', '2']],
    bonus: 0.05,
  }
  expect(wishOf(bodyOf(wish), FIRST)).toEqual(wish)
})

test('nothing asked for limits nothing', () => {
  const { filter, budget_cny, constraints } = bodyOf(FIRST)
  expect([filter, budget_cny, constraints?.max_count]).toEqual([null, null, null])
  expect(wishOf({}, FIRST)).toEqual(FIRST)
})

test('a division and a shape are both asked for, or either', () => {
  expect(scopeOf(filterOf({ division: '', ground: GROUND })).ground).toEqual(GROUND)
  expect(filterOf({ division: '360923', ground: null })).toEqual({
    op: 'like',
    args: [{ property: 'division' }, '360923%'],
  })
  expect(scopeOf('anything else')).toEqual(WHOLE)
})

test('a lock is put on, changed and taken off', () => {
  const on = locked({}, '4', 'in')
  expect(on).toEqual({ '4': 'in' })
  expect(locked(on, '4', 'out')).toEqual({ '4': 'out' })
  expect(locked(on, '4', 'in')).toEqual({})
})
