/** The rows of the report on the map: divisions in the colour of their class, smaller ones as dots. */
import { Map, NavigationControl, type MapRef } from '@vis.gl/react-maplibre'
import type { StyleSpecification } from 'maplibre-gl'
import { useEffect, useMemo, useState } from 'react'
import type { PerformanceReport } from '../api/schema.gen'
import { maplibre } from '../map/engine'
import { useImages } from '../map/useImages'
import { useMapStyle } from '../map/useMapStyle'
import { Failure, Skeleton } from '../parts/States'
import { useAuditWords } from '../text/useAuditWords'
import type { Painted } from './classes'
import { DIVISIONS, Divisions, Dots } from './drawings'

const NO_NAMES: string[] = []
const SHOWN =
  /^(background|divisions|tianditu|outside|communities-(outline|name)|fire_lanes|buildings)/
const PADDING = 40

interface Props {
  report: PerformanceReport
  paint: Painted
  picked: string | null
  pick: (key: string | null) => void
}

export function AuditMap({ report, paint, picked, pick }: Props) {
  const words = useAuditWords()
  const [map, setMap] = useState<MapRef | null>(null)
  const { style, images, error } = useMapStyle(NO_NAMES)
  useImages(map, images)
  const ground = useMemo(() => style && plain(style), [style])
  const bounds = useMemo(() => boundsOf(report), [report])
  useEffect(() => {
    if (map && bounds) map.fitBounds(bounds, { padding: PADDING, maxZoom: 15 })
  }, [map, bounds])

  if (error) return <Failure error={error} retry={() => location.reload()} />
  if (!ground) return <Skeleton rows={4} />
  const drawing = { report, paint, picked: report.rows.find(({ key }) => key === picked) ?? null }
  return (
    <Map
      ref={setMap}
      mapLib={maplibre}
      mapStyle={ground}
      initialViewState={bounds ? { bounds, fitBoundsOptions: { padding: PADDING } } : {}}
      locale={{ 'Map.Title': words.map }}
      attributionControl={false}
      dragRotate={false}
      pitchWithRotate={false}
      interactiveLayerIds={['audit-known', 'audit-none']}
      onLoad={({ target }) => Object.assign(target.getContainer(), { onemap: target })}
      onClick={({ features = [] }) => {
        const row = report.rows.find(({ id }) => id === features[0]?.id)
        pick(row?.key ?? null)
      }}
    >
      <NavigationControl position="bottom-right" showCompass={false} />
      {DIVISIONS.has(report.grain) ? <Divisions {...drawing} /> : <Dots {...drawing} />}
    </Map>
  )
}

/** The ground alone: the colours of the public map's theme would speak of something else. */
function plain(style: StyleSpecification): StyleSpecification {
  return { ...style, layers: style.layers.filter(({ id }) => SHOWN.test(id)) }
}

/** Around all rows that have a place. */
function boundsOf(report: PerformanceReport): [number, number, number, number] | null {
  const boxes = report.rows.flatMap(({ bbox }) => (bbox ? [bbox] : []))
  if (boxes.length === 0) return null
  return [
    Math.min(...boxes.map(([west]) => west)),
    Math.min(...boxes.map(([, south]) => south)),
    Math.max(...boxes.map(([, , east]) => east)),
    Math.max(...boxes.map(([, , , north]) => north)),
  ]
}
