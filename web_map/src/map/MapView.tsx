/** The map: symbols of divisions from afar, communities, buildings and closures from near. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import {
  AttributionControl,
  Map,
  NavigationControl,
  ScaleControl,
  type MapLayerMouseEvent,
  type MapRef,
} from '@vis.gl/react-maplibre'
import { useMemo, useState } from 'react'
import { Failure } from '../parts/States'
import { useNarrow } from '../state/useDevice'
import { changeView, useView } from '../state/useView'
import { useWords } from '../text/useWords'
import { BUILDINGS, FILL } from './dress'
import { maplibre } from './engine'
import { firstWindow } from './firstWindow'
import { HoverName, type Hover } from './HoverName'
import { Key } from './Key'
import styles from './map.module.css'
import { Tallies } from './Tallies'
import { useClosed } from './useClosed'
import { useFlights } from './useFlights'
import { useHeldStyle } from './useHeldStyle'
import { useImages } from './useImages'
import { useLiveTiles } from './useLiveTiles'
import { useMapStyle } from './useMapStyle'
import { useTallies } from './useTallies'
import { boxOf, writeBox, type MapWindow } from './window'

/** China, until it is known where the communities are. */
const ANYWHERE: [number, number, number, number] = [73.5, 18, 135, 53.6]

/** A building is chosen rather than its community once it is large enough to be meant. */
const BUILDINGS_FROM = 16

export default function MapView({ onWindow }: { onWindow: (bbox: string) => void }) {
  const words = useWords()
  const view = useView()
  const narrow = useNarrow()
  const client = useQueryClient()
  const [map, setMap] = useState<MapRef | null>(null)
  const [shown, setShown] = useState<MapWindow | null>(null)
  const [hover, setHover] = useState<Hover | null>(null)
  const start = useQuery({ queryKey: ['first window'], queryFn: () => firstWindow(client) })
  const tallies = useTallies(shown)
  const names = tallies.map(({ name }) => name).join()
  const named = useMemo(() => names.split(','), [names])
  const { style, images, error } = useMapStyle(named)
  const { mapStyle, onStyleData } = useHeldStyle(style)
  useFlights(map, start.data)
  useClosed(map, shown ? writeBox(shown.box) : '', view.theme === 'closures')

  useImages(map, images)
  useLiveTiles(map)

  if (error) return <Failure error={error} retry={() => void client.refetchQueries()} />
  if (!mapStyle || start.isPending) return <p className={styles.wait}>{words.loading}</p>

  const settle = ({ target }: { target: maplibre.Map }) => {
    const { lng, lat } = target.getCenter()
    const camera = { zoom: target.getZoom(), latitude: lat, longitude: lng }
    const box = boxOf(target.getBounds())
    setShown({ zoom: camera.zoom, box })
    onWindow(writeBox(box))
    changeView({ camera }, 'replace')
  }

  const choose = ({ features = [] }: MapLayerMouseEvent) => {
    const community = features.find(({ layer }) => layer.id === FILL)
    const building = features.find(({ layer }) => layer.id === BUILDINGS)
    if (!community) return
    const near = shown !== null && shown.zoom >= BUILDINGS_FROM
    changeView({
      community: Number(community.id),
      building: near && building ? Number(building.id) : null,
    })
  }

  const point = ({ features = [], lngLat }: MapLayerMouseEvent) => {
    const name: unknown = features.find(({ layer }) => layer.id === FILL)?.properties.name
    setHover(
      typeof name === 'string' ? { longitude: lngLat.lng, latitude: lngLat.lat, name } : null,
    )
  }

  return (
    <div className={styles.map} data-card={view.community !== null}>
      <Map
        ref={setMap}
        mapLib={maplibre}
        mapStyle={mapStyle}
        onStyleData={onStyleData}
        initialViewState={view.camera ?? { bounds: start.data ?? ANYWHERE }}
        locale={{
          'Map.Title': words.mapLabel,
          'NavigationControl.ZoomIn': words.zoomIn,
          'NavigationControl.ZoomOut': words.zoomOut,
        }}
        attributionControl={false}
        dragRotate={false}
        pitchWithRotate={false}
        touchPitch={false}
        maxZoom={20}
        minZoom={3}
        interactiveLayerIds={[FILL, BUILDINGS]}
        cursor={hover ? 'pointer' : 'grab'}
        onLoad={(event) => {
          // For the browser tests, and for whoever wants to ask the map something.
          Object.assign(event.target.getContainer(), { onemap: event.target })
          settle(event)
        }}
        onMoveEnd={settle}
        onClick={choose}
        onMouseMove={point}
        onMouseLeave={() => setHover(null)}
      >
        <Tallies tallies={tallies} />
        {hover && !narrow && <HoverName hover={hover} />}
        {!narrow && <NavigationControl position="bottom-right" showCompass={false} />}
        {!narrow && <ScaleControl position="bottom-right" />}
        <AttributionControl position={narrow ? 'top-right' : 'bottom-right'} compact />
        <Key />
      </Map>
    </div>
  )
}
