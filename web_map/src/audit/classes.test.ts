import { expect, it } from 'vitest'
import type { PerformanceReport, PerformanceRow } from '../api/schema.gen'
import { painted } from './classes'

function row(key: string, share: number | null, low = 0): PerformanceRow {
  const grade = low > 95 ? 'excellent' : low >= 85 ? 'good' : low >= 75 ? 'pass' : 'poor'
  return {
    key,
    low,
    grade_at_least: grade,
    indicators: [{ code: 'satisfaction', share }],
  } as PerformanceRow
}

const report = (rows: PerformanceRow[], bounds: number[]) =>
  ({ rows, breaks: { satisfaction: bounds } }) as unknown as PerformanceReport

const keys = (rows: PerformanceRow[]) => rows.map(({ key }) => key)

it('paints each share in the class whose ends the legend tells', () => {
  const rows = [row('a', 0.701), row('b', 0.8), row('c', 0.804), row('d', 0.95)]
  const { bands, none } = painted(report(rows, [0.7, 0.8]), 'satisfaction')
  expect(bands.map(({ low, high }) => [low, high])).toEqual([
    [0.7, 0.7],
    [0.7, 0.8],
    [0.8, 0.95],
  ])
  expect(bands.map(({ rows }) => keys(rows))).toEqual([['a'], ['b', 'c'], ['d']])
  expect(new Set(bands.map(({ color }) => color)).size).toBe(3)
  expect(none).toEqual([])
})

it('no data is a class of its own and no colour of the ramp', () => {
  const rows = [row('a', 0.9), row('b', null)]
  const { bands, none } = painted(report(rows, []), 'satisfaction')
  expect(bands.map(({ rows }) => keys(rows))).toEqual([['a']])
  expect(keys(none)).toEqual(['b'])
  expect(painted(report([row('b', null)], []), 'satisfaction').bands).toEqual([])
})

it('paints scores by the grade that they are sure of', () => {
  const rows = [row('a', 1, 96), row('b', 1, 74), row('c', null, 0)]
  const { bands, none } = painted(report(rows, []), 'points')
  expect(bands.map(({ grade, rows }) => [grade, keys(rows)])).toEqual([
    ['poor', ['b']],
    ['pass', []],
    ['good', []],
    ['excellent', ['a']],
  ])
  expect(keys(none)).toEqual(['c'])
})
