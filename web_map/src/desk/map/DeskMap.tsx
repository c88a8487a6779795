/** The map of the desk: the platform's own ground below, what the desk works on above. */
import { Layer, Map, Source, type MapRef } from '@vis.gl/react-maplibre'
import type { FeatureCollection } from 'geojson'
import type { Map as MapLibre } from 'maplibre-gl'
import { useMemo, useState, type ReactNode } from 'react'
import { SOURCE } from '../../map/dress'
import { maplibre } from '../../map/engine'
import { useHeldStyle } from '../../map/useHeldStyle'
import { useImages } from '../../map/useImages'
import { useLiveTiles } from '../../map/useLiveTiles'
import { useMapStyle } from '../../map/useMapStyle'
import type { Box } from '../../map/window'
import { Failure, Skeleton } from '../../parts/States'
import { useWords } from '../../text/useWords'
import { useGround } from '../offline/useGround'
import { OVERLAYS, PRESSED, type Overlay } from './overlays'

const NO_NAMES: string[] = []
/** Drawn by the desk itself, drafts and all. */
const OWN = /^(warning_perimeters|work_areas|sites|communities-(fill|mark))/

interface Props {
  box: Box
  shown: Partial<Record<Overlay, FeatureCollection>>
  press?: (overlay: Overlay, id: number) => void
  children?: (map: MapLibre) => ReactNode
}

export function DeskMap({ box, shown, press, children }: Props) {
  const words = useWords()
  const [map, setMap] = useState<MapRef | null>(null)
  const [ready, setReady] = useState(false)
  const { style, images, error } = useMapStyle(NO_NAMES)
  const ground = useMemo(
    () =>
      style && {
        ...style,
        layers: style.layers.filter(
          (layer) => !('source' in layer && layer.source === SOURCE && OWN.test(layer.id)),
        ),
      },
    [style],
  )
  const { mapStyle, onStyleData } = useHeldStyle(ground)
  useImages(map, images)
  useLiveTiles(map)
  useGround(ground, box)
  if (error) return <Failure error={error} retry={() => location.reload()} />
  if (!mapStyle) return <Skeleton rows={4} />
  return (
    <Map
      ref={setMap}
      mapLib={maplibre}
      mapStyle={mapStyle}
      onStyleData={onStyleData}
      initialViewState={{ bounds: box, fitBoundsOptions: { padding: 28 } }}
      locale={{ 'Map.Title': words.mapLabel }}
      attributionControl={false}
      dragRotate={false}
      pitchWithRotate={false}
      touchPitch={false}
      doubleClickZoom={false}
      maxZoom={22}
      interactiveLayerIds={press ? PRESSED : []}
      onLoad={({ target }) => {
        Object.assign(target.getContainer(), { onemap: target })
        setReady(true)
      }}
      onClick={({ features = [] }) => {
        const [first] = features
        if (first && press) press(first.source as Overlay, Number(first.properties.id))
      }}
    >
      {OVERLAYS.map(({ name, layers }) => (
        <Source key={name} id={name} type="geojson" data={shown[name] ?? NOTHING}>
          {layers.map((layer) => (
            <Layer key={layer.id} {...layer} />
          ))}
        </Source>
      ))}
      {map && ready && children?.(map.getMap())}
    </Map>
  )
}

const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] }
