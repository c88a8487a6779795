/** Communities on the map by the scenarios they are in: letters on a colour, never colour alone. */
import { Layer, NavigationControl, Source, type MapRef } from '@vis.gl/react-maplibre'
import type { FeatureCollection } from 'geojson'
import { useEffect, useMemo, useState } from 'react'
import type { LineTold } from '../../api/schema.gen'
import { GroundMap } from '../../map/GroundMap'
import { useScenarioWords } from '../../text/useScenarioWords'
import { boundsOf } from '../points'
import { COLORS, groupOf, paintOf } from './comparing'
import { useLetterImages } from './useLetterImages'

const NEAR = 15

interface Props {
  lines: LineTold[]
  scenarios: number
  open: number | null
  choose: (id: number) => void
}

export function CompareMap({ lines, scenarios, open, choose }: Props) {
  const words = useScenarioWords()
  const [map, setMap] = useState<MapRef | null>(null)
  const groups = useMemo(() => [...new Set(lines.map(groupOf))], [lines])
  const [bounds] = useState(() => boundsOf(lines))
  const points = useMemo(() => pointsOf(lines, open), [lines, open])
  const place = lines.find(({ id }) => id === open)?.place
  const colors = useMemo(
    () => groups.map((letters): [string, string] => [letters, COLORS[paintOf(letters, scenarios)]]),
    [groups, scenarios],
  )
  const letters = useLetterImages(colors)
  useEffect(() => {
    if (map && place) map.flyTo({ center: place, zoom: Math.max(map.getZoom(), NEAR) })
  }, [map, place])

  return (
    <GroundMap
      onMap={setMap}
      beside={letters}
      initialViewState={{ bounds, fitBoundsOptions: { padding: 40 } }}
      label={words.map}
      interactiveLayerIds={letters ? ['compared'] : []}
      onClick={({ features = [] }) => {
        const id: unknown = features[0]?.properties.id
        if (typeof id === 'number') choose(id)
      }}
    >
      <NavigationControl position="bottom-right" showCompass={false} />
      {letters && (
        <Source id="compared" type="geojson" data={points}>
          <Layer
            id="compared-open"
            type="circle"
            filter={['get', 'open']}
            paint={{ 'circle-radius': 18, 'circle-color': '#b93a32', 'circle-opacity': 0.35 }}
          />
          <Layer
            id="compared"
            type="symbol"
            layout={{
              'icon-image': ['concat', 'group-', ['get', 'letters']],
              'icon-allow-overlap': true,
              'symbol-sort-key': ['length', ['get', 'letters']],
            }}
          />
        </Source>
      )}
    </GroundMap>
  )
}

function pointsOf(lines: LineTold[], open: number | null): FeatureCollection {
  const features = lines.flatMap((line) =>
    line.place
      ? [
          {
            type: 'Feature' as const,
            geometry: { type: 'Point' as const, coordinates: line.place },
            properties: { id: line.id, letters: groupOf(line), open: line.id === open },
          },
        ]
      : [],
  )
  return { type: 'FeatureCollection', features }
}
