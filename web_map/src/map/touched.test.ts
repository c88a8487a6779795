import { expect, it } from 'vitest'
import { touched } from './touched'

it('names one tile a zoom for a point, and the whole for a country', () => {
  const tiles = touched([114.9231, 28.2333, 114.9231, 28.2333])
  expect(tiles).toHaveLength(18)
  expect(tiles?.at(-1)).toEqual({ z: 17, x: 107378, y: 54813 })
  expect(touched([73.5, 18, 135, 53.6])).toBeNull()
})
