import { describe, expect, it } from 'vitest'
import { heightOf, nextStop, restingStop, STOPS } from './stops'

const SCREEN = 844

describe('the bottom sheet', () => {
  it.each(STOPS)('let go at the %s stop, stays there', (stop) => {
    expect(restingStop(heightOf(stop, SCREEN), 0, SCREEN)).toBe(stop)
  })

  it('goes to the next stop when flicked, however short', () => {
    expect(restingStop(heightOf('peek', SCREEN) + 12, 0.9, SCREEN)).toBe('half')
    expect(restingStop(heightOf('full', SCREEN) - 12, -0.9, SCREEN)).toBe('half')
  })

  it('ends at its ends', () => {
    expect(restingStop(9999, 2, SCREEN)).toBe('full')
    expect(restingStop(10, -2, SCREEN)).toBe('peek')
    expect(nextStop('full', 1)).toBe('full')
    expect(nextStop('peek', -1)).toBe('peek')
  })
})
