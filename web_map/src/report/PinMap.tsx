/** A small map with a pin in its middle: who moves the map moves the pin. Arrow keys do, too. */
import type { MapRef } from '@vis.gl/react-maplibre'
import { useEffect, useState } from 'react'
import { GroundMap } from '../map/GroundMap'
import { useReportWords } from '../text/useReportWords'
import type { Position } from './alike'
import styles from './place.module.css'

const ZOOM = 18

interface Props {
  position: Position
  change: (position: Position) => void
}

export default function PinMap({ position: [longitude, latitude], change }: Props) {
  const words = useReportWords()
  const [map, setMap] = useState<MapRef | null>(null)
  // Found by the device while the map is open.
  useEffect(() => {
    map?.jumpTo({ center: [longitude, latitude] })
  }, [map, longitude, latitude])
  return (
    <div className={styles.map}>
      <GroundMap
        onMap={setMap}
        initialViewState={{ longitude, latitude, zoom: ZOOM }}
        label={words.onMap}
        minZoom={14}
        maxZoom={21}
        onMoveEnd={({ originalEvent, viewState }) => {
          if (originalEvent) change([viewState.longitude, viewState.latitude])
        }}
      />
      <span className={styles.pin} aria-hidden="true" />
    </div>
  )
}
