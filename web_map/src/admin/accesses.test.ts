import { expect, it } from 'vitest'
import { EVERYTHING, queryOf } from './accesses'

it('asks for everything when nothing is chosen', () => {
  expect(queryOf(EVERYTHING)).toEqual({})
})

it('the last day is in it, by the clock of China', () => {
  const day = queryOf({ ...EVERYTHING, since: '2026-11-24', until: '2026-11-24' })
  expect(Date.parse(day.until ?? '') - Date.parse(day.since ?? '')).toBe(86_400_000)
  expect(new Date(day.since ?? '').toISOString()).toBe('2026-11-23T16:00:00.000Z')
})

it('a number names no row without its layer', () => {
  expect(queryOf({ ...EVERYTHING, feature: '12' })).toEqual({})
  expect(queryOf({ ...EVERYTHING, feature: '12', layer: 'households' })).toEqual({
    layer: 'households',
    feature: '12',
  })
})
