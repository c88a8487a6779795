/** The platform's own ground as a flat map, north up, for what a desk lays over it. */
import { Map as MapOf, type MapProps, type MapRef } from '@vis.gl/react-maplibre'
import type { LayerSpecification } from 'maplibre-gl'
import { useCallback, useMemo, useState } from 'react'
import { Failure, Skeleton } from '../parts/States'
import { maplibre } from './engine'
import { useHeldStyle } from './useHeldStyle'
import { useImages } from './useImages'
import { useMapStyle } from './useMapStyle'

const NO_NAMES: string[] = []

interface Props extends Pick<
  MapProps,
  | 'initialViewState'
  | 'interactiveLayerIds'
  | 'scrollZoom'
  | 'minZoom'
  | 'maxZoom'
  | 'onClick'
  | 'onMoveEnd'
  | 'children'
> {
  label: string
  /** Which layers of the ground stay; all where it is not said. One function for all drawings. */
  shows?: (layer: LayerSpecification) => boolean
  /** Images beside those of the style. */
  beside?: Map<string, HTMLImageElement>
  /** Told of the map once it is there. One function for all drawings. */
  onMap?: (map: MapRef | null) => void
}

export function GroundMap({ label, shows, beside, onMap, children, ...more }: Props) {
  const [map, setMap] = useState<MapRef | null>(null)
  const { style, images, error } = useMapStyle(NO_NAMES)
  useImages(
    map,
    useMemo(() => images && (beside ? new Map([...images, ...beside]) : images), [images, beside]),
  )
  const { mapStyle, onStyleData } = useHeldStyle(
    useMemo(
      () => style && (shows ? { ...style, layers: style.layers.filter(shows) } : style),
      [style, shows],
    ),
  )
  const found = useCallback(
    (one: MapRef | null) => {
      setMap(one)
      onMap?.(one)
    },
    [onMap],
  )
  if (error) return <Failure error={error} retry={() => location.reload()} />
  if (!mapStyle) return <Skeleton rows={4} />
  return (
    <MapOf
      {...more}
      ref={found}
      mapLib={maplibre}
      mapStyle={mapStyle}
      onStyleData={onStyleData}
      locale={{ 'Map.Title': label }}
      attributionControl={false}
      dragRotate={false}
      pitchWithRotate={false}
      touchPitch={false}
      onLoad={({ target }) => Object.assign(target.getContainer(), { onemap: target })}
    >
      {children}
    </MapOf>
  )
}
