/** How long each side of a shape is, beside it on the map. */
import { Layer, Source } from '@vis.gl/react-maplibre'
import type { Polygon } from 'geojson'
import { lengths } from './measure'

interface Props {
  shape: Polygon | null
  color: string
  say: (metres: number) => string
}

export function Lengths({ shape, color, say }: Props) {
  return (
    <Source type="geojson" data={lengths(shape, say)}>
      <Layer
        id="lengths"
        type="symbol"
        layout={{
          'symbol-placement': 'line-center',
          'text-field': ['get', 'says'],
          'text-font': ['Noto Sans SC'],
          'text-size': 14,
          'text-offset': [0, -0.9],
        }}
        paint={{ 'text-color': color, 'text-halo-color': '#ffffff', 'text-halo-width': 2 }}
      />
    </Source>
  )
}
