/** The map layers of a report. Divisions have a boundary in the tiles; streets and communities stand as dots. */
import { Layer, Source } from '@vis.gl/react-maplibre'
import type { ExpressionSpecification, FilterSpecification } from 'maplibre-gl'
import type { FeatureCollection } from 'geojson'
import { useMemo } from 'react'
import type { Grain, PerformanceReport, PerformanceRow } from '../api/schema.gen'
import { SOURCE } from '../map/dress'
import type { Painted } from './classes'

export const DIVISIONS: ReadonlySet<Grain> = new Set(['province', 'city', 'county'])

const TILES = { source: SOURCE, 'source-layer': 'divisions' }
const BELOW = 'divisions-border'
const INK = '#1d2733'
const EDGE = '#5b6775'
const NO_DATA = '#b8b4aa'
const CLEAR = 'rgba(0, 0, 0, 0)'

interface Props {
  report: PerformanceReport
  paint: Painted
  picked: PerformanceRow | null
}

export function Divisions({ paint, picked }: Props) {
  return (
    <>
      <Layer
        id="audit-known"
        type="fill"
        beforeId={BELOW}
        {...TILES}
        paint={{ 'fill-color': colors(paint), 'fill-opacity': 0.85 }}
        filter={oneOf(paint.bands.flatMap(({ rows }) => rows))}
      />
      <Layer
        id="audit-none"
        type="fill"
        beforeId={BELOW}
        {...TILES}
        paint={{ 'fill-pattern': 'hatch-no-data' }}
        filter={oneOf(paint.none)}
      />
      <Layer
        id="audit-picked"
        type="line"
        {...TILES}
        paint={{ 'line-color': INK, 'line-width': 3 }}
        filter={oneOf(picked ? [picked] : [])}
      />
    </>
  )
}

export function Dots({ report, paint, picked }: Props) {
  const points = useMemo(() => pointsOf(report, picked), [report, picked])
  const most = Math.max(1, ...report.rows.map(({ communities }) => communities))
  return (
    <Source id="audit" type="geojson" data={points}>
      <Layer
        id="audit-known"
        type="circle"
        paint={{
          // As large as it has communities.
          'circle-radius': [
            'interpolate',
            ['linear'],
            ['sqrt', ['/', ['get', 'communities'], most]],
            0,
            7,
            1,
            report.grain === 'community' ? 9 : 18,
          ],
          'circle-color': colors(paint, NO_DATA),
          'circle-opacity': 0.9,
          'circle-stroke-color': ['case', ['get', 'picked'], INK, EDGE],
          'circle-stroke-width': ['case', ['get', 'picked'], 3.5, 1],
        }}
      />
    </Source>
  )
}

function ids(rows: PerformanceRow[]): number[] {
  return rows.flatMap(({ id }) => (id === null ? [] : [id]))
}

function oneOf(rows: PerformanceRow[]): FilterSpecification {
  return ['in', ['id'], ['literal', ids(rows)]]
}

function colors(paint: Painted, none = CLEAR): ExpressionSpecification | string {
  const pairs = paint.bands.flatMap(({ color, rows }) => {
    const found = ids(rows)
    return found.length > 0 ? [found, color] : []
  })
  return pairs.length > 0 ? (['match', ['id'], ...pairs, none] as ExpressionSpecification) : none
}

function pointsOf(report: PerformanceReport, picked: PerformanceRow | null): FeatureCollection {
  const features = report.rows.flatMap((row) => {
    if (!row.center || row.id === null) return []
    return {
      type: 'Feature' as const,
      id: row.id,
      geometry: { type: 'Point' as const, coordinates: row.center },
      properties: { communities: row.communities, picked: row === picked },
    }
  })
  return { type: 'FeatureCollection', features }
}
