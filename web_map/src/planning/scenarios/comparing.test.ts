import { describe, expect, it } from 'vitest'
import type { LineTold, Side, WeightSetTold } from '../../api/schema.gen'
import { groupOf, groupsOf, paintOf } from './comparing'
import { alike, setOf } from './sets'

const side = (standing: Side['standing'], cost_cny: string | null = '100.00'): Side => ({
  standing,
  score: 0.5,
  cost_cny,
})

function line(id: number, ...sides: (Side | null)[]): LineTold {
  return {
    id,
    name: `${id}`,
    county: '360102',
    households: null,
    place: null,
    stage: null,
    plan_year: null,
    sides,
  }
}

describe('a community in several scenarios', () => {
  it('bears the letters of those it is in, chosen or locked in', () => {
    expect(groupOf(line(1, side('chosen'), side('locked_in')))).toBe('AB')
    expect(groupOf(line(1, side('not_chosen'), side('chosen')))).toBe('B')
    expect(groupOf(line(1, side('not_eligible'), null, side('chosen')))).toBe('C')
    expect(groupOf(line(1, side('locked_out'), null))).toBe('')
  })

  it('is painted by whether it is in all, in one, in some', () => {
    expect(paintOf('AB', 2)).toBe('all')
    expect(paintOf('AB', 3)).toBe('some')
    expect(paintOf('B', 3)).toBe('B')
    expect(paintOf('', 3)).toBe('none')
  })
})

describe('groups', () => {
  it('count and sum each community once, in most scenarios first', () => {
    const groups = groupsOf([
      line(1, side('chosen', '100.00'), side('not_chosen')),
      line(2, side('chosen', '200.00'), side('chosen', '250.00')),
      line(3, side('cost_unknown', null), side('chosen', '300.00')),
      line(4, side('chosen', '50.00'), null),
      line(5, side('locked_out'), null),
    ])
    expect(groups).toEqual([
      { letters: 'AB', count: 1, cost: 200 },
      { letters: 'A', count: 2, cost: 150 },
      { letters: 'B', count: 1, cost: 300 },
      { letters: '', count: 1, cost: 0 },
    ])
  })
})

describe('weights', () => {
  it('are alike when their proportions are', () => {
    expect(alike({ a: 1, b: 3 }, { a: 0.25, b: 0.75, c: 0 })).toBe(true)
    expect(alike({ a: 1 }, { a: 1, b: 0.01 })).toBe(false)
    expect(alike({ a: 0 }, { a: 1 })).toBe(false)
  })

  it('are known by the name of their set', () => {
    const sets = [
      { name: 'old', weights: { a: 1 } },
      { name: 'new', weights: { a: 1, b: 1 } },
    ]
    expect(setOf(sets as unknown as WeightSetTold[], { a: 5, b: 5 })?.name).toBe('new')
    expect(setOf(sets as unknown as WeightSetTold[], { b: 5 })).toBeUndefined()
  })
})
