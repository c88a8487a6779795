import { expect, it } from 'vitest'
import type { Row } from '../../../api/items'
import { choicesOf, sorted } from './rows'

const row = (id: number, properties: Row['properties']): Row => ({
  type: 'Feature',
  geometry: null,
  id,
  properties,
})

it('rows are picked by their names, as people count: 3-2 before 3-10', () => {
  const rows = [row(1, { room: '3-10' }), row(2, { room: '3-2' })]
  expect(choicesOf(rows, 'room').map(({ name }) => name)).toEqual(['3-2', '3-10'])
})

it('two of one name are told apart', () => {
  const rows = [row(1, { title: '屋面' }), row(2, { title: '屋面' })]
  expect(choicesOf(rows, 'title').map(({ name }) => name)).toEqual(['屋面 #1', '屋面 #2'])
})

it('a row without a name goes by its number', () => {
  expect(choicesOf([row(7, {})], undefined)).toEqual([{ id: 7, name: '#7' }])
})

it('the newest first, and figures by their size', () => {
  const rows = [row(1, { on: '2026-01-02', n: 9 }), row(2, { on: '2026-03-01', n: 10 })]
  expect(sorted(rows, '-on').map(({ id }) => id)).toEqual([2, 1])
  expect(sorted(rows, 'n').map(({ id }) => id)).toEqual([1, 2])
})
