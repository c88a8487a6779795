/** The candidates on the map: what is in the plan, what may enter, what may not; and how it ranks. */
import { Layer, NavigationControl, Source, type MapRef } from '@vis.gl/react-maplibre'
import { lazy, memo, Suspense, useEffect, useMemo, useState } from 'react'
import { GroundMap } from '../map/GroundMap'
import { usePlanningWords } from '../text/usePlanningWords'
import { MapTools } from './MapTools'
import { boundsOf, pointsOf } from './points'
import type { Scope } from './scope'
import { REST_MS, type Plan, type Seen } from './usePlan'
import { useSettled } from './useSettled'

/** Loaded by whoever draws. */
const GroundDraw = lazy(() => import('./GroundDraw'))

const NEAR = 15
const PANEL_PX = 420
const ROOM_PX = 200
const INK = '#1d2733'

interface Props extends Pick<Plan, 'first' | 'choose' | 'change'> {
  seen: Seen
  scope: Scope
}

export const PlanMap = memo(function PlanMap({ first, seen, scope, choose, change }: Props) {
  const words = usePlanningWords()
  const [map, setMap] = useState<MapRef | null>(null)
  const [drawing, setDrawing] = useState(false)
  const { told, shown, scores, inPlan, open, picked, locks } = seen
  const ranked = useMemo(() => ({ rows: told.rows, shown, scores }), [told, shown, scores])
  // Eight thousand points are sent to the map when a slider rests, not at each of its moves.
  const calm = useSettled(ranked, REST_MS)
  const points = useMemo(
    () => pointsOf({ ...calm, inPlan, open, picked, locks }),
    [calm, inPlan, open, picked, locks],
  )
  const place = told.rows.find(({ id }) => id === open)?.place
  useEffect(() => {
    if (!map || !place) return
    // The panel that says why lies on the left of the map, where there is room for both.
    const left = map.getContainer().clientWidth > PANEL_PX + ROOM_PX ? PANEL_PX : 0
    map.flyTo({
      center: place,
      zoom: Math.max(map.getZoom(), NEAR),
      padding: { left, right: 0, top: 0, bottom: 0 },
    })
  }, [map, place])

  const { ground } = scope
  return (
    <GroundMap
      onMap={setMap}
      initialViewState={{ bounds: boundsOf(first.rows), fitBoundsOptions: { padding: 40 } }}
      label={words.map}
      interactiveLayerIds={drawing ? [] : ['candidates']}
      onClick={({ features = [] }) => {
        const id: unknown = features[0]?.properties.id
        if (typeof id === 'string') choose(id)
      }}
    >
      <NavigationControl position="bottom-right" showCompass={false} />
      {ground && (
        <Source id="ground" type="geojson" data={ground}>
          <Layer
            id="ground"
            type="line"
            paint={{ 'line-color': INK, 'line-width': 2, 'line-dasharray': [3, 2] }}
          />
        </Source>
      )}
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
              ['==', ['get', 'lock'], 'out'],
              '#ffffff',
              ['get', 'eligible'],
              '#dd861d',
              '#b8b4aa',
            ],
            'circle-stroke-color': [
              'case',
              ['get', 'marked'],
              '#b93a32',
              ['!=', ['get', 'lock'], ''],
              INK,
              '#ffffff',
            ],
            'circle-stroke-width': [
              'case',
              ['get', 'marked'],
              4,
              ['!=', ['get', 'lock'], ''],
              3,
              1.5,
            ],
          }}
        />
      </Source>
      {map && drawing && (
        <Suspense fallback={null}>
          <GroundDraw
            map={map.getMap()}
            done={(shape) => {
              setDrawing(false)
              if (shape) change({ scope: { ...scope, ground: shape } })
            }}
          />
        </Suspense>
      )}
      {!drawing && (
        <MapTools
          drawn={ground !== null}
          draw={() => setDrawing(true)}
          undraw={() => change({ scope: { ...scope, ground: null } })}
        />
      )}
    </GroundMap>
  )
})
