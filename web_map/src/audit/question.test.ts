import { expect, it } from 'vitest'
import { FIRST_VIEW } from '../state/view'
import { addressOf, partOf, questionOf } from './question'

it('asks for a province by county, and for a county by street', () => {
  expect(questionOf(FIRST_VIEW, ['36']).grain).toBe('county')
  expect(questionOf({ ...FIRST_VIEW, division: '360923' }, ['36']).grain).toBeNull()
  expect(questionOf({ ...FIRST_VIEW, part: 'points/city' }, ['36']).grain).toBe('city')
})

it('asks for the country where that is the scope, and for the first of several areas', () => {
  expect(questionOf(FIRST_VIEW, ['']).division).toBe('')
  expect(questionOf(FIRST_VIEW, ['3601', '3609']).division).toBe('3601')
  expect(questionOf(FIRST_VIEW, []).division).toBeNull()
})

it('is written in the URL and read from it', () => {
  for (const asked of [
    { measure: 'points', grain: null },
    { measure: 'satisfaction', grain: null },
    { measure: 'satisfaction', grain: 'city' as const },
  ]) {
    const { measure, grain } = questionOf(
      { ...FIRST_VIEW, division: '360923', part: partOf(asked) },
      [],
    )
    expect({ measure, grain }).toEqual(asked)
  }
})

it('exports what it shows', () => {
  const question = { division: '36', year: 2026, grain: 'county' as const, measure: 'points' }
  expect(addressOf(question, 'xlsx')).toBe(
    '/api/performance?division=36&year=2026&grain=county&f=xlsx',
  )
})
