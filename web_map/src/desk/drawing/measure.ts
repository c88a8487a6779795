/** Area and length of a shape of a few hundred metres, on a plane that touches the earth there. */
import type { Polygon, Position } from 'geojson'

const METRES_PER_DEGREE = 111_195

export interface Measures {
  area: number
  around: number
}

export function measures(shape: Polygon): Measures {
  const ring = planar(shape.coordinates[0] ?? [])
  let [twice, around] = [0, 0]
  for (const [n, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[(n + 1) % ring.length] ?? [x, y]
    twice += x * nextY - nextX * y
    around += Math.hypot(nextX - x, nextY - y)
  }
  return { area: Math.abs(twice) / 2, around }
}

/** Metres from the first corner; small numbers keep their digits. */
function planar(ring: Position[]): [number, number][] {
  const [west = 0, south = 0] = ring[0] ?? []
  const shrunk = METRES_PER_DEGREE * Math.cos((south * Math.PI) / 180)
  return ring.map(([x = 0, y = 0]) => [(x - west) * shrunk, (y - south) * METRES_PER_DEGREE])
}
