/** Area and lengths of a shape of a few hundred metres, on a plane that touches the earth there. */
import type { Feature, FeatureCollection, LineString, Polygon, Position } from 'geojson'

const METRES_PER_DEGREE = 111_195
/** A shorter side needs no figure on the map. */
const SHORT_M = 0.3

export interface Measures {
  /** Without what is cut out of it. */
  area: number
  around: number
}

export function measures(shape: Polygon): Measures {
  const [outer = 0, ...holes] = shape.coordinates.map(areaOf)
  return {
    area: holes.reduce((left, hole) => left - hole, outer),
    around: sides(shape).reduce((sum, { metres }) => sum + metres, 0),
  }
}

/** Every side of the outer ring with its length, for the map to write beside it. */
export function lengths(
  shape: Polygon | null,
  say: (metres: number) => string,
): FeatureCollection<LineString> {
  const shown = shape ? sides(shape).filter(({ metres }) => metres > SHORT_M) : []
  return {
    type: 'FeatureCollection',
    features: shown.map(({ from, to, metres }): Feature<LineString> => ({
      type: 'Feature',
      geometry: { type: 'LineString', coordinates: [from, to] },
      properties: { says: say(metres) },
    })),
  }
}

function sides(shape: Polygon): { from: Position; to: Position; metres: number }[] {
  const ring = shape.coordinates[0] ?? []
  const flat = planar(ring)
  return ring.slice(1).map((to, n) => {
    const [x, y] = flat[n] ?? [0, 0]
    const [nextX, nextY] = flat[n + 1] ?? [x, y]
    return { from: ring[n] ?? to, to, metres: Math.hypot(nextX - x, nextY - y) }
  })
}

function areaOf(ring: Position[]): number {
  const flat = planar(ring)
  let twice = 0
  for (const [n, [x, y]] of flat.entries()) {
    const [nextX, nextY] = flat[(n + 1) % flat.length] ?? [x, y]
    twice += x * nextY - nextX * y
  }
  return Math.abs(twice) / 2
}

/** Metres from the first corner; small numbers keep their digits. */
function planar(ring: Position[]): [number, number][] {
  const [west = 0, south = 0] = ring[0] ?? []
  const shrunk = METRES_PER_DEGREE * Math.cos((south * Math.PI) / 180)
  return ring.map(([x = 0, y = 0]) => [(x - west) * shrunk, (y - south) * METRES_PER_DEGREE])
}
