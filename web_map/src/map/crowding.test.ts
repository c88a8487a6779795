import { describe, expect, it } from 'vitest'
import { crowded } from './crowding'

/** Two districts of one city, 5 km apart. */
const DISTRICTS: [number, number][] = [
  [115.89, 28.68],
  [115.93, 28.65],
]

describe('symbols', () => {
  it('that would lie on each other are crowded', () => {
    expect(crowded(DISTRICTS, 8)).toBe(true)
  })

  it('are not from near, nor alone', () => {
    expect(crowded(DISTRICTS, 12)).toBe(false)
    expect(crowded(DISTRICTS.slice(0, 1), 3)).toBe(false)
  })
})
