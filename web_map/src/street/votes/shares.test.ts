import { describe, expect, it } from 'vitest'
import type { BuildingTally } from '../../api/schema.gen'
import { classOf, lower, REACHED, sum } from './shares'

const of = (owners: number, area_m2: string) => ({ owners, area_m2 })

function building(
  took: [number, string],
  missing: [number, string],
  whole: [number, string] = [6, '600.00'],
): BuildingTally {
  return {
    building: 1,
    number: '1',
    households: whole[0],
    total: of(...whole),
    took_part: of(...took),
    in_favour: of(0, '0.00'),
    missing: of(...missing),
  }
}

describe('the class of a building', () => {
  it('is none while nobody has taken part', () => {
    expect(classOf(building([0, '0.00'], [4, '400.00']))).toBeNull()
  })

  it('goes by the lower of heads and area', () => {
    expect(lower(building([3, '100.00'], [1, '300.00']))).toBeCloseTo(1 / 6)
    expect(classOf(building([3, '100.00'], [1, '300.00']))).toBe(0)
    expect(classOf(building([3, '300.00'], [1, '100.00']))).toBe(2)
  })

  it('is the last one only where the service says that nothing is missing', () => {
    expect(classOf(building([4, '400.00'], [0, '0.00']))).toBe(REACHED)
    expect(classOf(building([4, '399.99'], [0, '0.01']))).toBe(REACHED - 1)
  })

  it('is not upset by a building without floor area', () => {
    expect(classOf(building([1, '0.00'], [0, '0.01'], [1, '0.00']))).toBe(0)
  })
})

it('adds areas exactly to the square centimetre of a ledger', () => {
  expect(sum(of(124, '11466.38'), of(60, '5603.30'))).toEqual(of(184, '17069.68'))
  expect(sum(of(0, '0.10'), of(0, '0.20'))).toEqual(of(0, '0.30'))
})
