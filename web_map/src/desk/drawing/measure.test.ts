import type { Polygon, Position } from 'geojson'
import { expect, it } from 'vitest'
import { lengths, measures } from './measure'

const [WEST, SOUTH] = [114.92, 28.23]
const METRE = 1 / 111_195

function square(metres: number, inset = 0): Position[] {
  const at = (x: number, y: number): Position => [
    WEST + (x * METRE) / Math.cos((SOUTH * Math.PI) / 180),
    SOUTH + y * METRE,
  ]
  const far = inset + metres
  return [at(inset, inset), at(far, inset), at(far, far), at(inset, far), at(inset, inset)]
}

it('measures a square of ten metres', () => {
  const { area, around } = measures({ type: 'Polygon', coordinates: [square(10)] })
  expect(area).toBeCloseTo(100, 1)
  expect(around).toBeCloseTo(40, 1)
})

it('leaves out the building inside', () => {
  const shape: Polygon = { type: 'Polygon', coordinates: [square(10), square(4, 3)] }
  expect(measures(shape).area).toBeCloseTo(84, 1)
})

it('says how long each side is', () => {
  const { features } = lengths({ type: 'Polygon', coordinates: [square(10)] }, (metres) =>
    metres.toFixed(1),
  )
  expect(features.map(({ properties }) => properties?.says as string)).toEqual(
    Array(4).fill('10.0'),
  )
  expect(lengths(null, String).features).toEqual([])
})
