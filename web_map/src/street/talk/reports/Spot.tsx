/** Where a report was pinned. */
import { Map, Marker, NavigationControl, type MapRef } from '@vis.gl/react-maplibre'
import type { Point } from 'geojson'
import { useState } from 'react'
import { maplibre } from '../../../map/engine'
import { useImages } from '../../../map/useImages'
import { useMapStyle } from '../../../map/useMapStyle'
import staff from '../../../staff/staff.module.css'
import { useTalkWords } from '../../../text/useTalkWords'
import styles from './reports.module.css'

const NO_NAMES: string[] = []
const ZOOM = 17.5

export function Spot({ geometry }: { geometry: Point | null }) {
  const words = useTalkWords()
  const [map, setMap] = useState<MapRef | null>(null)
  const { style, images } = useMapStyle(NO_NAMES)
  useImages(map, images)
  if (!geometry) return <p className={staff.soft}>{words.noSpot}</p>
  const [longitude = 0, latitude = 0] = geometry.coordinates
  return (
    <div className={styles.map}>
      {style && (
        <Map
          ref={setMap}
          mapLib={maplibre}
          mapStyle={style}
          initialViewState={{ longitude, latitude, zoom: ZOOM }}
          locale={{ 'Map.Title': words.spot }}
          attributionControl={false}
          dragRotate={false}
          pitchWithRotate={false}
          touchPitch={false}
          onLoad={({ target }) => Object.assign(target.getContainer(), { onemap: target })}
        >
          <NavigationControl position="bottom-right" showCompass={false} />
          <Marker longitude={longitude} latitude={latitude} color="#b93a32" />
        </Map>
      )}
    </div>
  )
}
