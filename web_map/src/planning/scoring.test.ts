import { expect, test } from 'vitest'
import { parts, proportions, scored, type Utilities } from './scoring'

const CRITERIA = ['a', 'b']
const table = (...values: number[]): Utilities => ({
  criteria: CRITERIA,
  rows: values.length / CRITERIA.length,
  values: Float64Array.from(values),
})

test('scaling all weights changes nothing', () => {
  expect(proportions(CRITERIA, { a: 3, b: 1 })).toEqual(proportions(CRITERIA, { a: 0.75, b: 0.25 }))
})

test('nothing but zeros weighs alike', () => {
  expect([...proportions(CRITERIA, {})]).toEqual([0.5, 0.5])
})

test('the best comes first, and equals in the order they came', () => {
  const weights = proportions(CRITERIA, { a: 1, b: 1 })
  expect([...scored(table(0.2, 0.2, 1, 1, 0.4, 0), weights).order]).toEqual([1, 0, 2])
})

test('what is unknown is no zero: the middle, and a range', () => {
  const weights = proportions(CRITERIA, { a: 1, b: 1 })
  const { score, low, high } = scored(table(1, NaN), weights)
  expect([low[0], score[0], high[0]]).toEqual([0.5, 0.75, 1])
})

test('the parts sum to the score', () => {
  const weights = proportions(CRITERIA, { a: 2, b: 1 })
  const utilities = table(0.3, NaN, 0.7, 0.9)
  const { score } = scored(utilities, weights)
  for (const row of [0, 1]) {
    const sum = parts(utilities, weights, row).reduce((total, { part }) => total + part, 0)
    expect(sum).toBeCloseTo(score[row] ?? NaN, 12)
  }
})
