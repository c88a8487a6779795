/** A small map with a pin in its middle: who moves the map moves the pin. Arrow keys do, too. */
import { Map, type MapRef } from '@vis.gl/react-maplibre'
import { useEffect, useState } from 'react'
import { maplibre } from '../map/engine'
import { useImages } from '../map/useImages'
import { useMapStyle } from '../map/useMapStyle'
import { useReportWords } from '../text/useReportWords'
import type { Position } from './alike'
import styles from './place.module.css'

const NO_NAMES: string[] = []
const ZOOM = 18

interface Props {
  position: Position
  change: (position: Position) => void
}

export default function PinMap({ position: [longitude, latitude], change }: Props) {
  const words = useReportWords()
  const [map, setMap] = useState<MapRef | null>(null)
  const { style, images } = useMapStyle(NO_NAMES)
  useImages(map, images)
  // Found by the device while the map is open.
  useEffect(() => {
    map?.jumpTo({ center: [longitude, latitude] })
  }, [map, longitude, latitude])
  return (
    <div className={styles.map}>
      {style && (
        <Map
          ref={setMap}
          mapLib={maplibre}
          mapStyle={style}
          initialViewState={{ longitude, latitude, zoom: ZOOM }}
          locale={{ 'Map.Title': words.onMap }}
          attributionControl={false}
          dragRotate={false}
          pitchWithRotate={false}
          touchPitch={false}
          minZoom={14}
          maxZoom={21}
          onLoad={({ target }) => Object.assign(target.getContainer(), { onemap: target })}
          onMoveEnd={({ originalEvent, viewState }) => {
            if (originalEvent) change([viewState.longitude, viewState.latitude])
          }}
        />
      )}
      <span className={styles.pin} aria-hidden="true" />
    </div>
  )
}
