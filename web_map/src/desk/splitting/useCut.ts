/** A line tapped corner by corner, that snaps to the walls and edges around. */
import type { Polygon, Position } from 'geojson'
import type { Map as MapLibre, MapMouseEvent } from 'maplibre-gl'
import { useEffect } from 'react'
import { snapped } from '../drawing/snap'

export function useCut(map: MapLibre, around: Polygon[], add: (position: Position) => void): void {
  useEffect(() => {
    const tap = ({ point, lngLat }: MapMouseEvent) => {
      const edge = snapped(point, around, (x, y) => map.project([x, y]))
      add(edge ?? [lngLat.lng, lngLat.lat])
    }
    map.on('click', tap)
    return () => void map.off('click', tap)
  }, [map, around, add])
}
