import { expect, test } from 'vitest'
import { bins } from './bins'
import { changes } from './changes'
import { outline } from './outline'
import { budgets } from './useChoice'

test('shares add up from the top, and the first rank is the darkest', () => {
  const found = bins(
    [
      [1, 0.25],
      [10, 0.5],
      [100, 0.25],
    ],
    100,
  )
  expect(found.map(({ sofar }) => sofar)).toEqual([0.25, 0.75, 1])
  const strengths = found.map(({ strength }) => strength)
  expect(strengths[0]).toBe(1)
  expect(strengths).toEqual([...strengths].sort((a, b) => b - a))
})

test('who is in one choice alone, and who in the other', () => {
  expect(changes(['a', 'b'], ['b', 'c'])).toEqual({ entered: ['c'], left: ['a'] })
})

test('a curve rises with what its budgets bring, and lies on the ground where nothing can be', () => {
  const { points } = outline([
    { objective: 0, status: 'infeasible' },
    { objective: 5, status: 'optimal' },
    { objective: 10, status: 'optimal' },
  ])
  expect(points).toEqual([
    { x: 0, y: 100 },
    { x: 50, y: 50 },
    { x: 100, y: 0 },
  ])
})

test('the budget itself is a step of its curve', () => {
  expect(budgets(12_345_678.9)).toContain('12345678.90')
  expect(budgets(null)).toEqual([])
})
