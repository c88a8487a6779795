/** The candidates on the map: what is in the plan, what may enter, what may not; and how it ranks. */
import { Layer, Map, NavigationControl, Source, type MapRef } from '@vis.gl/react-maplibre'
import type { FeatureCollection } from 'geojson'
import { useEffect, useMemo, useState } from 'react'
import { maplibre } from '../map/engine'
import { useImages } from '../map/useImages'
import { useMapStyle } from '../map/useMapStyle'
import { Failure, Skeleton } from '../parts/States'
import { usePlanningWords } from '../text/usePlanningWords'
import type { Row } from './Ranked'

const NO_NAMES: string[] = []
const NEAR = 15
const PANEL_PX = 420

interface Props {
  rows: Row[]
  shown: number[]
  score: Float64Array
  inPlan: ReadonlySet<string>
  open: string | null
  choose: (id: string) => void
}

export function PlanMap({ rows, shown, score, inPlan, open, choose }: Props) {
  const words = usePlanningWords()
  const [map, setMap] = useState<MapRef | null>(null)
  const { style, images, error } = useMapStyle(NO_NAMES)
  useImages(map, images)
  const points = useMemo(
    () => pointsOf(rows, shown, score, inPlan, open),
    [rows, shown, score, inPlan, open],
  )
  const place = rows.find(({ id }) => id === open)?.place
  useEffect(() => {
    if (!map || !place) return
    // The panel that says why lies on the left of the map, where there is room for both.
    const left = map.getContainer().clientWidth > 2 * PANEL_PX ? PANEL_PX : 0
    map.flyTo({
      center: place,
      zoom: Math.max(map.getZoom(), NEAR),
      padding: { left, right: 0, top: 0, bottom: 0 },
    })
  }, [map, place])

  if (error) return <Failure error={error} retry={() => location.reload()} />
  if (!style) return <Skeleton rows={4} />
  return (
    <Map
      ref={setMap}
      mapLib={maplibre}
      mapStyle={style}
      initialViewState={{ bounds: boundsOf(rows), fitBoundsOptions: { padding: 40 } }}
      locale={{ 'Map.Title': words.map }}
      attributionControl={false}
      dragRotate={false}
      pitchWithRotate={false}
      interactiveLayerIds={['candidates']}
      onLoad={({ target }) => Object.assign(target.getContainer(), { onemap: target })}
      onClick={({ features = [] }) => {
        const id: unknown = features[0]?.properties.id
        if (typeof id === 'string') choose(id)
      }}
    >
      <NavigationControl position="bottom-right" showCompass={false} />
      <Source id="candidates" type="geojson" data={points}>
        <Layer
          id="candidates"
          type="circle"
          layout={{ 'circle-sort-key': ['get', 'score'] }}
          paint={{
            'circle-radius': ['interpolate', ['linear'], ['get', 'score'], 0.2, 4, 0.8, 11],
            'circle-color': [
              'case',
              ['get', 'plan'],
              '#0f6e84',
              ['get', 'eligible'],
              '#dd861d',
              '#b8b4aa',
            ],
            'circle-stroke-color': ['case', ['get', 'open'], '#b93a32', '#ffffff'],
            'circle-stroke-width': ['case', ['get', 'open'], 4, 1.5],
          }}
        />
      </Source>
    </Map>
  )
}

function pointsOf(
  rows: Row[],
  shown: number[],
  score: Float64Array,
  inPlan: ReadonlySet<string>,
  open: string | null,
): FeatureCollection {
  const features = shown.flatMap((at) => {
    const row = rows[at]
    if (!row?.place) return []
    const { id, place, eligible } = row
    return {
      type: 'Feature' as const,
      geometry: { type: 'Point' as const, coordinates: place },
      properties: {
        id,
        score: score[at] ?? 0,
        eligible: eligible === true,
        plan: inPlan.has(id),
        open: id === open,
      },
    }
  })
  return { type: 'FeatureCollection', features }
}

function boundsOf(rows: Row[]): [number, number, number, number] {
  const places = rows.flatMap(({ place }) => (place ? [place] : []))
  if (places.length === 0) return [113.5, 24.4, 118.5, 30.1]
  const [east, north] = [places.map(([x]) => x), places.map(([, y]) => y)]
  return [Math.min(...east), Math.min(...north), Math.max(...east), Math.max(...north)]
}
