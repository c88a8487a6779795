/** Shapes as the map takes them. */
import type { Feature, FeatureCollection, Geometry, Polygon } from 'geojson'
import type { Finding } from '../../api/schema.gen'
import { union, type Box } from '../../map/window'
import type { Perimeter } from '../items'
import { stateAt } from '../perimeter/state'
import { PIECES, RED, WARNING } from './colors'

export function collection(features: Feature[]): FeatureCollection {
  return { type: 'FeatureCollection', features }
}

export function shapes(...geometries: (Geometry | null | undefined)[]): FeatureCollection {
  return collection(
    geometries.flatMap((geometry) =>
      geometry ? [{ type: 'Feature', geometry, properties: {} }] : [],
    ),
  )
}

export function perimetersShown(all: Perimeter[], chosen: number | null, hidden: number | null) {
  const now = new Date()
  return collection(
    all
      .filter(({ id, properties }) => id !== hidden && stateAt(now, properties) !== 'lifted')
      .map((each) => ({
        type: 'Feature',
        geometry: each.geometry,
        properties: {
          id: each.id,
          state: stateAt(now, each.properties),
          chosen: each.id === chosen,
        },
      })),
  )
}

export function findingsShown(findings: Finding[]): FeatureCollection {
  return collection(
    findings
      .filter(({ result, geometry }) => result !== 'compliant' && geometry)
      .map(({ result, geometry }) => ({
        type: 'Feature',
        geometry: geometry as unknown as Geometry,
        properties: { color: result === 'not_compliant' ? RED : WARNING },
      })),
  )
}

export function piecesShown(pieces: Polygon[]): FeatureCollection {
  return collection(
    pieces.map((geometry, n) => ({
      type: 'Feature',
      geometry,
      properties: { color: PIECES[n % PIECES.length] },
    })),
  )
}

export function broughtShown(areas: Polygon[], chosen: number | null): FeatureCollection {
  return collection(
    areas.map((geometry, id) => ({
      type: 'Feature',
      geometry,
      properties: { id, chosen: id === chosen },
    })),
  )
}

export function boxOfShapes(geometries: (Geometry | null)[]): Box | null {
  return union(
    geometries.flatMap((geometry) => {
      if (!geometry || geometry.type === 'GeometryCollection') return []
      const numbers = (geometry.coordinates as unknown[]).flat(4) as number[]
      const flat = geometry.type === 'Point' ? geometry.coordinates : numbers
      const [x, y] = [flat.filter((_, n) => n % 2 === 0), flat.filter((_, n) => n % 2 === 1)]
      return [[Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y)] as Box]
    }),
  )
}
