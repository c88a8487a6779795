/** Where owners took part: each building by its share, hatched where nobody has yet. */
import { Layer, NavigationControl, Source } from '@vis.gl/react-maplibre'
import type { LayerSpecification } from 'maplibre-gl'
import { useMemo } from 'react'
import type { BuildingTally } from '../../../api/schema.gen'
import { useFormats } from '../../../format/useFormats'
import { SOURCE } from '../../../map/dress'
import { GroundMap } from '../../../map/GroundMap'
import type { Box } from '../../../map/window'
import { useVotesWords } from '../../../text/useVotesWords'
import { CHOSEN, HALO, INK, OUTLINE } from './colors'
import { FILL, painted, type Outline } from './painted'

/** What would lie over the shares, or say their numbers twice. */
const COVERED = /^(communities-(fill|mark)|buildings-number)/

function isGround(layer: LayerSpecification): boolean {
  return !('source' in layer && layer.source === SOURCE && COVERED.test(layer.id))
}

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
  const data = useMemo(() => painted(outlines, tallies, share), [outlines, tallies, share])
  return (
    <GroundMap
      shows={isGround}
      initialViewState={{ bounds: box, fitBoundsOptions: { padding: 40 } }}
      label={words.map}
      scrollZoom={false}
      interactiveLayerIds={['tally-fill']}
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
    </GroundMap>
  )
}
