/** Where owners took part: each building by its share, hatched where nobody has yet. */
import { Layer, Map, NavigationControl, Source, type MapRef } from '@vis.gl/react-maplibre'
import { useMemo, useState } from 'react'
import type { BuildingTally } from '../../../api/schema.gen'
import { useFormats } from '../../../format/useFormats'
import { SOURCE } from '../../../map/dress'
import { maplibre } from '../../../map/engine'
import { useImages } from '../../../map/useImages'
import { useMapStyle } from '../../../map/useMapStyle'
import type { Box } from '../../../map/window'
import { Failure, Skeleton } from '../../../parts/States'
import { useVotesWords } from '../../../text/useVotesWords'
import { CHOSEN, HALO, INK, OUTLINE } from './colors'
import { FILL, painted, type Outline } from './painted'

const NO_NAMES: string[] = []
/** What would lie over the shares, or say their numbers twice. */
const COVERED = /^(communities-(fill|mark)|buildings-number)/

interface Props {
  box: Box
  outlines: Outline[]
  tallies: BuildingTally[]
  chosen: number | null
  choose: (building: number | null) => void
}

export function TallyMap({ box, outlines, tallies, chosen, choose }: Props) {
  const words = useVotesWords()
  const { share } = useFormats()
  const [map, setMap] = useState<MapRef | null>(null)
  const { style, images, error } = useMapStyle(NO_NAMES)
  useImages(map, images)
  const ground = useMemo(
    () =>
      style && {
        ...style,
        layers: style.layers.filter(
          (layer) => !('source' in layer && layer.source === SOURCE && COVERED.test(layer.id)),
        ),
      },
    [style],
  )
  const data = useMemo(() => painted(outlines, tallies, share), [outlines, tallies, share])
  if (error) return <Failure error={error} retry={() => location.reload()} />
  if (!ground) return <Skeleton rows={4} />
  return (
    <Map
      ref={setMap}
      mapLib={maplibre}
      mapStyle={ground}
      initialViewState={{ bounds: box, fitBoundsOptions: { padding: 40 } }}
      locale={{ 'Map.Title': words.map }}
      attributionControl={false}
      dragRotate={false}
      pitchWithRotate={false}
      touchPitch={false}
      cooperativeGestures={false}
      scrollZoom={false}
      interactiveLayerIds={['tally-fill']}
      onLoad={({ target }) => Object.assign(target.getContainer(), { onemap: target })}
      onClick={({ features = [] }) => {
        const id: unknown = features[0]?.properties.id
        choose(typeof id === 'number' ? id : null)
      }}
    >
      <NavigationControl position="bottom-right" showCompass={false} />
      <Source id="tally" type="geojson" data={data}>
        <Layer id="tally-fill" type="fill" paint={FILL} />
        <Layer
          id="tally-none"
          type="fill"
          filter={['==', ['get', 'class'], -1]}
          paint={{ 'fill-pattern': 'hatch-no-data' }}
        />
        <Layer
          id="tally-line"
          type="line"
          paint={{
            'line-color': ['case', ['==', ['get', 'id'], chosen ?? -1], CHOSEN, OUTLINE],
            'line-width': ['case', ['==', ['get', 'id'], chosen ?? -1], 3, 1],
          }}
        />
        <Layer
          id="tally-label"
          type="symbol"
          minzoom={16}
          layout={{
            'text-field': ['get', 'label'],
            'text-font': ['Noto Sans SC'],
            'text-size': 12,
          }}
          paint={{ 'text-color': INK, 'text-halo-color': HALO, 'text-halo-width': 1.6 }}
        />
      </Source>
    </Map>
  )
}
