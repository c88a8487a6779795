/** The rows of the report on the map: divisions in the colour of their class, smaller ones as dots. */
import { NavigationControl, type MapRef } from '@vis.gl/react-maplibre'
import type { LayerSpecification } from 'maplibre-gl'
import { useEffect, useMemo, useState } from 'react'
import type { PerformanceReport } from '../api/schema.gen'
import { GroundMap } from '../map/GroundMap'
import { useAuditWords } from '../text/useAuditWords'
import type { Painted } from './classes'
import { DIVISIONS, Divisions, Dots } from './drawings'

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
  const bounds = useMemo(() => boundsOf(report), [report])
  useEffect(() => {
    if (map && bounds) map.fitBounds(bounds, { padding: PADDING, maxZoom: 15 })
  }, [map, bounds])

  const drawing = { report, paint, picked: report.rows.find(({ key }) => key === picked) ?? null }
  return (
    <GroundMap
      onMap={setMap}
      shows={isGround}
      initialViewState={bounds ? { bounds, fitBoundsOptions: { padding: PADDING } } : {}}
      label={words.map}
      interactiveLayerIds={['audit-known', 'audit-none']}
      onClick={({ features = [] }) => {
        const row = report.rows.find(({ id }) => id === features[0]?.id)
        pick(row?.key ?? null)
      }}
    >
      <NavigationControl position="bottom-right" showCompass={false} />
      {DIVISIONS.has(report.grain) ? <Divisions {...drawing} /> : <Dots {...drawing} />}
    </GroundMap>
  )
}

/** The ground alone: the colours of the public map's theme would speak of something else. */
function isGround({ id }: LayerSpecification): boolean {
  return SHOWN.test(id)
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
