/** Marks the communities that have a closure today: the style colours them by feature state. */
import type { MapRef } from '@vis.gl/react-maplibre'
import { useEffect } from 'react'
import { useClosures } from '../api/queries'

const COMMUNITIES = { source: 'onemap', sourceLayer: 'communities' }
const IN_FORCE = ['active', 'unconfirmed', 'overdue']

export function useClosed(map: MapRef | null, bbox: string, wanted: boolean): void {
  const { data } = useClosures(bbox, wanted)
  useEffect(() => {
    if (!map || !data) return
    const target = map.getMap()
    target.removeFeatureState(COMMUNITIES)
    for (const { community, state } of data)
      if (IN_FORCE.includes(state))
        target.setFeatureState({ ...COMMUNITIES, id: community }, { closed: true })
  }, [map, data])
}
