/** The name under the mouse, for those who have one. */
import { Popup } from '@vis.gl/react-maplibre'
import styles from './map.module.css'

export interface Hover {
  longitude: number
  latitude: number
  name: string
}

export function HoverName({ hover }: { hover: Hover }) {
  return (
    <Popup
      longitude={hover.longitude}
      latitude={hover.latitude}
      closeButton={false}
      closeOnClick={false}
      offset={10}
      className={styles.hover ?? ''}
      focusAfterOpen={false}
    >
      {hover.name}
    </Popup>
  )
}
