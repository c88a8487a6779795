/** Takes the map to what is chosen: a community, an area. A link with a camera stays where it is. */
import type { MapRef } from '@vis.gl/react-maplibre'
import { useEffect, useRef } from 'react'
import { useCard, useOverview } from '../api/queries'
import { useNarrow } from '../state/useDevice'
import { useView } from '../state/useView'
import type { Box } from './window'

const NEAREST = 17.2

export function useFlights(map: MapRef | null): void {
  const { community, division, camera } = useView()
  const narrow = useNarrow()
  const card = useCard(community)
  const area = useOverview({ within: division }, division !== '')
  const goal = community ? `community ${community}` : division && `division ${division}`
  const box: Box | null | undefined = community
    ? card.data?.community.bbox
    : area.data?.within?.code === division
      ? area.data.within.bbox
      : null
  const reached = useRef(camera ? goal : '')

  useEffect(() => {
    if (!map || !goal) reached.current = goal
    else if (box && reached.current !== goal) {
      reached.current = goal
      map.fitBounds(box, { padding: 32, maxZoom: NEAREST })
    }
  }, [map, goal, box])

  // The map keeps clear of what floats over it: flights and links centre on what is seen.
  useEffect(() => {
    const clear = narrow
      ? { top: 48, bottom: community ? window.innerHeight * 0.45 : 120, left: 0, right: 0 }
      : { top: 0, bottom: 0, left: 404, right: community ? 444 : 0 }
    map?.getMap().setPadding(clear)
  }, [map, narrow, community])
}
