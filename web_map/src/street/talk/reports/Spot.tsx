/** Where a report was pinned. */
import { Marker, NavigationControl } from '@vis.gl/react-maplibre'
import type { Point } from 'geojson'
import { GroundMap } from '../../../map/GroundMap'
import staff from '../../../staff/staff.module.css'
import { useTalkWords } from '../../../text/useTalkWords'
import styles from './reports.module.css'

const ZOOM = 17.5

export function Spot({ geometry }: { geometry: Point | null }) {
  const words = useTalkWords()
  if (!geometry) return <p className={staff.soft}>{words.noSpot}</p>
  const [longitude = 0, latitude = 0] = geometry.coordinates
  return (
    <div className={styles.map}>
      <GroundMap initialViewState={{ longitude, latitude, zoom: ZOOM }} label={words.spot}>
        <NavigationControl position="bottom-right" showCompass={false} />
        <Marker longitude={longitude} latitude={latitude} color="#b93a32" />
      </GroundMap>
    </div>
  )
}
