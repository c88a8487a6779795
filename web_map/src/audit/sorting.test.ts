import { expect, it } from 'vitest'
import type { PerformanceRow } from '../api/schema.gen'
import { orderOf, sortBy, sorted } from './sorting'

function row(name: string, low: number, share: number | null): PerformanceRow {
  return { name, low, communities: 1, indicators: [{ code: 'checks', share }] } as PerformanceRow
}

const ROWS = [row('西湖区', 90, null), row('东湖区', 70, 0.5), row('上高县', 80, 0.9)]
const names = (sort: string) => sorted(ROWS, orderOf(sort), 'zh').map(({ name }) => name)

it('begins with the lowest score, as the page comes without a sort of this table', () => {
  expect(names('name')).toEqual(['东湖区', '上高县', '西湖区'])
})

it('puts what has no data last, whichever way round', () => {
  expect(names('checks')).toEqual(['东湖区', '上高县', '西湖区'])
  expect(names('-checks')).toEqual(['上高县', '东湖区', '西湖区'])
})

it('sorts names by pinyin', () => {
  expect(names('place')).toEqual(['东湖区', '上高县', '西湖区'])
  expect(names('-place')).toEqual(['西湖区', '上高县', '东湖区'])
})

it('turns round when pressed again', () => {
  expect(sortBy('points', orderOf('name'))).toBe('-points')
  expect(sortBy('points', orderOf('-points'))).toBe('points')
  expect(sortBy('checks', orderOf('-points'))).toBe('checks')
})
