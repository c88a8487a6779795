/** The divisions' symbols on the map; a press goes into one. */
import { Marker, useMap } from '@vis.gl/react-maplibre'
import { useCatalogue } from '../api/queries'
import { useFormats } from '../format/useFormats'
import { usePhases } from '../parts/usePhases'
import { useFlavour } from '../state/useFlavour'
import { useView } from '../state/useView'
import { COMMUNITIES_FROM } from './useTallies'
import { ringOf } from './rings'
import { Tally } from './Tally'
import type { Placed } from './useTallies'

export function Tallies({ tallies }: { tallies: Placed[] }) {
  const { current: map } = useMap()
  const { theme } = useView()
  const { data: catalogue } = useCatalogue()
  const phases = usePhases().all
  const flavour = useFlavour()
  const formats = useFormats()
  if (!catalogue) return null
  const most = Math.max(...tallies.map(({ communities }) => communities))
  // The small on top of the large: none is hidden.
  const ordered = tallies.toSorted((a, b) => b.communities - a.communities)

  const open = ({ bbox, center }: Placed) => {
    if (bbox) map?.fitBounds(bbox, { padding: 40, maxZoom: COMMUNITIES_FROM + 1 })
    else map?.flyTo({ center, zoom: COMMUNITIES_FROM + 0.5 })
  }

  return ordered.map((tally) => (
    <Marker key={tally.code} longitude={tally.center[0]} latitude={tally.center[1]}>
      <Tally
        tally={tally}
        ring={ringOf(tally, theme, catalogue, phases, flavour, formats)}
        weight={tally.communities / most}
        open={() => open(tally)}
      />
    </Marker>
  ))
}
