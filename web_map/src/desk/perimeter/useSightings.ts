/** What passers-by say of the perimeters of a community, as the public is told it. */
import { useCard } from '../../api/queries'
import type { Sightings } from '../../api/schema.gen'

const NONE: Sightings = { still_there: 0, gone: 0 }

export function useSightings(community: number): (perimeter: number) => Sightings {
  const { data } = useCard(community)
  return (perimeter) => data?.closures.find(({ id }) => id === perimeter)?.sightings ?? NONE
}
