/** What was tapped so far: a place, or the corners of a line. */
import { Layer, Source } from '@vis.gl/react-maplibre'
import type { Position } from 'geojson'
import { MINE } from './colors'

export function Tapped({ places }: { places: Position[] }) {
  return (
    <Source
      type="geojson"
      data={{ type: places.length > 1 ? 'LineString' : 'MultiPoint', coordinates: places }}
    >
      <Layer id="tapped-line" type="line" paint={{ 'line-color': MINE, 'line-width': 4 }} />
      <Layer
        id="tapped"
        type="circle"
        paint={{
          'circle-color': MINE,
          'circle-radius': 8,
          'circle-stroke-color': '#ffffff',
          'circle-stroke-width': 3,
        }}
      />
    </Source>
  )
}
