import type { Polygon, Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { measures } from '../drawing/measure'
import { pieces } from './pieces'

const area = (shape: Polygon) => measures(shape).area

const square: Polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [114.92, 28.23],
      [114.921, 28.23],
      [114.921, 28.231],
      [114.92, 28.231],
      [114.92, 28.23],
    ],
  ],
}
const courtyard: Position[] = [
  [114.9204, 28.2304],
  [114.9204, 28.2306],
  [114.9206, 28.2306],
  [114.9206, 28.2304],
  [114.9204, 28.2304],
]

const LINES: [string, number, Position[]][] = [
  ['right across', 2, [[114.9205, 28.229], [114.9205, 28.232]]], // prettier-ignore
  ['from edge to edge', 2, [[114.9205, 28.23], [114.9205, 28.231]]], // prettier-ignore
  ['from corner to corner', 2, [[114.92, 28.23], [114.921, 28.231]]], // prettier-ignore
  ['that ends inside, and goes on', 2, [[114.9205, 28.2304], [114.9205, 28.2306]]], // prettier-ignore
  ['with a bend', 2, [[114.919, 28.2303], [114.9205, 28.2308], [114.922, 28.2303]]], // prettier-ignore
  ['in and out again', 3, [[114.9203, 28.229], [114.9203, 28.2315], [114.9207, 28.2315], [114.9207, 28.229]]], // prettier-ignore
  ['that misses it', 1, [[114.93, 28.229], [114.93, 28.232]]], // prettier-ignore
  ['that runs along its edge', 1, [[114.92, 28.23], [114.92, 28.231]]], // prettier-ignore
  ['of one point', 1, [[114.9205, 28.2305]]], // prettier-ignore
]

describe('a shape cut by a line', () => {
  it.each(LINES)('%s has %i pieces and no less ground', (_, count, line) => {
    const found = pieces(square, line)
    expect(found).toHaveLength(count)
    expect(found.reduce((sum, piece) => sum + area(piece), 0)).toBeCloseTo(area(square), 1)
  })

  it('keeps the buildings that are cut out of it', () => {
    const shape: Polygon = { type: 'Polygon', coordinates: [...square.coordinates, courtyard] }
    for (const x of [114.9202, 114.9205]) {
      const found = pieces(shape, [
        [x, 28.229],
        [x, 28.232],
      ])
      expect(found).toHaveLength(2)
      expect(found.reduce((sum, piece) => sum + area(piece), 0)).toBeCloseTo(area(shape), 1)
    }
  })
})
