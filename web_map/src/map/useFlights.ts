/** Takes the map to what is chosen: a community, an area. A link with a camera stays where it is. */
import type { MapRef } from '@vis.gl/react-maplibre'
import { useEffect, useRef } from 'react'
import { useCard, useOverview } from '../api/queries'
import { useNarrow } from '../state/useDevice'
import { useView } from '../state/useView'
import type { Box } from './window'

const NEAREST = 17.2
const FIRST = 'first'
/** Symbols of divisions stand at their middles, and the legend in a corner. */
const ROOM_FOR_SYMBOLS = { top: 90, bottom: 120, left: 240, right: 90 }

export function useFlights(map: MapRef | null, first: Box | null | undefined): void {
  const { community, division, camera } = useView()
  const narrow = useNarrow()
  const card = useCard(community)
  const area = useOverview({ within: division }, division !== '')
  const goal = community ? `community ${community}` : division ? `division ${division}` : FIRST
  const box = community
    ? card.data?.community.bbox
    : division
      ? area.data?.within?.code === division && area.data.within.bbox
      : first
  // Not flown to: where a link's camera already is, and the beginning once one has left it.
  const reached = useRef(camera ? goal : '')
  const begun = useRef(camera !== null)

  // The map keeps clear of what floats over it: flights centre on what is seen. Before any
  // flight, because a change of padding ends one.
  useEffect(() => {
    const clear = narrow
      ? { top: 56, bottom: community ? window.innerHeight * 0.5 : 140, left: 0, right: 0 }
      : { top: 0, bottom: 0, left: 404, right: community ? 444 : 0 }
    map?.getMap().setPadding(clear)
  }, [map, narrow, community])

  useEffect(() => {
    if (!map || reached.current === goal) return
    if (goal === FIRST && begun.current) reached.current = goal
    else if (box) {
      const padding = community ? 32 : narrow ? 48 : ROOM_FOR_SYMBOLS
      map.fitBounds(box, { padding, maxZoom: NEAREST, animate: begun.current })
      reached.current = goal
      begun.current = true
    }
  }, [map, goal, box, community, narrow])
}
