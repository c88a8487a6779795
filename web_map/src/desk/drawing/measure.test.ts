import { expect, it } from 'vitest'
import { measures } from './measure'

it('measures a square of ten metres', () => {
  const [west, south] = [114.92, 28.23]
  const height = 10 / 111_195
  const width = height / Math.cos((south * Math.PI) / 180)
  const { area, around } = measures({
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [west + width, south],
        [west + width, south + height],
        [west, south + height],
        [west, south],
      ],
    ],
  })
  expect(area).toBeCloseTo(100, 1)
  expect(around).toBeCloseTo(40, 1)
})
