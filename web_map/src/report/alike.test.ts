import { describe, expect, it } from 'vitest'
import { boxAround, isAlike, metresBetween, type Placed, type Position } from './alike'

const HERE: Position = [114.9212, 28.2308]
const report: Placed = {
  category: 'noise',
  community: 7,
  reported_at: '2026-11-20T07:10:00+08:00',
  position: HERE,
}
/** So many metres to the east. */
const east = (metres: number): Position => [boxAround(HERE, metres)[2], HERE[1]]

describe('reports of the same thing', () => {
  it('are at most fifty metres apart', () => {
    expect(isAlike(report, { ...report, position: east(49) })).toBe(true)
    expect(isAlike(report, { ...report, position: east(51) })).toBe(false)
  })

  it('may lie on both sides of a community’s border', () => {
    expect(isAlike(report, { ...report, community: 8, position: east(20) })).toBe(true)
  })

  it('are of the same community where one has no pin', () => {
    expect(isAlike(report, { ...report, position: null })).toBe(true)
    expect(isAlike(report, { ...report, position: null, community: 8 })).toBe(false)
    const nowhere = { ...report, position: null, community: null }
    expect(isAlike(nowhere, nowhere)).toBe(false)
  })

  it('are of one kind, and at most thirty days apart', () => {
    expect(isAlike(report, { ...report, category: 'safety' })).toBe(false)
    const after = (days: number) =>
      new Date(Date.parse(report.reported_at) + days * 864e5).toISOString()
    expect(isAlike(report, { ...report, reported_at: after(30) })).toBe(true)
    expect(isAlike(report, { ...report, reported_at: after(31) })).toBe(false)
  })
})

it('measures metres on the ground, and not degrees', () => {
  const [x, y] = HERE
  expect(metresBetween(HERE, [x, y + 0.001])).toBeCloseTo(111.3, 1)
  expect(metresBetween(HERE, [x + 0.001, y])).toBeCloseTo(98.1, 1)
})
