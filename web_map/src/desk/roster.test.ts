import { expect, it } from 'vitest'
import { gaps } from './roster'

const at = (hour: number) => new Date(Date.UTC(2026, 10, 24, hour))
const shift = (from: number, to: number) => ({
  starts: at(from).toISOString(),
  ends: at(to).toISOString(),
})

it('finds every minute that nobody watches', () => {
  expect(gaps([shift(0, 8), shift(7, 12)], at(0), at(12))).toEqual([])
  expect(gaps([], at(0), at(24))).toEqual([{ from: at(0), to: at(24) }])
  expect(gaps([shift(14, 20), shift(2, 8)], at(0), at(24))).toEqual([
    { from: at(0), to: at(2) },
    { from: at(8), to: at(14) },
    { from: at(20), to: at(24) },
  ])
  expect(gaps([shift(30, 40)], at(0), at(24))).toEqual([{ from: at(0), to: at(24) }])
})
