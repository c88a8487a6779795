/** The buildings of a vote as the map paints them. */
import type { FeatureCollection, Polygon } from 'geojson'
import type { ExpressionSpecification, FillLayerSpecification } from 'maplibre-gl'
import type { Item } from '../../../api/items'
import type { BuildingTally } from '../../../api/schema.gen'
import { union, type Box } from '../../../map/window'
import { classOf, lower } from '../shares'
import { RAMP } from './colors'

export type Outline = Item<object>

export function painted(
  outlines: readonly Outline[],
  tallies: readonly BuildingTally[],
  share: (value: number) => string,
): FeatureCollection {
  const of = new Map(tallies.map((each) => [each.building, each]))
  return {
    type: 'FeatureCollection',
    features: outlines.flatMap(({ id, geometry }) => {
      const tally = of.get(id)
      if (!tally) return []
      const properties = {
        id,
        class: classOf(tally) ?? -1,
        label: `${tally.number}\n${share(lower(tally))}`,
      }
      return [{ type: 'Feature' as const, geometry, properties }]
    }),
  }
}

export function boxOf(outlines: readonly Outline[]): Box | null {
  return union(
    outlines.flatMap(({ geometry }) => (geometry.type === 'Polygon' ? [ringBox(geometry)] : [])),
  )
}

function ringBox({ coordinates }: Polygon): Box {
  const ring = coordinates[0] ?? []
  const [east, north] = [ring.map(([x = 0]) => x), ring.map(([, y = 0]) => y)]
  return [Math.min(...east), Math.min(...north), Math.max(...east), Math.max(...north)]
}

const CLASS: ExpressionSpecification = ['get', 'class']

export const FILL: NonNullable<FillLayerSpecification['paint']> = {
  'fill-color': [
    'match',
    CLASS,
    ...RAMP.flatMap((color, at) => [at, color]),
    'transparent',
  ] as never,
  'fill-opacity': 0.92,
}
