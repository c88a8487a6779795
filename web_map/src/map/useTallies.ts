/** The divisions that stand as symbols at a zoom: provinces, cities, counties, streets. */
import { useQueries, useQuery } from '@tanstack/react-query'
import { overviewOptions, filterQuery } from '../api/queries'
import type { OverviewQuery } from '../api/client'
import type { DivisionTally } from '../api/schema.gen'
import { useView } from '../state/useView'
import { crowded } from './crowding'
import { overlaps, type MapWindow } from './window'

/** From the last of these zooms on, communities speak for themselves. */
export const CITIES_FROM = 5.4
export const COUNTIES_FROM = 7.4
export const STREETS_FROM = 10.4
export const COMMUNITIES_FROM = 12.6

export type Placed = DivisionTally & { center: [number, number] }

export function useTallies(window: MapWindow | null): Placed[] {
  const view = useView()
  const filter = filterQuery(view)
  const zoom = window?.zoom ?? 0
  const root = useQuery(overviewOptions(filter))
  const provinces = seen(root.data?.divisions ?? [], window)
  const cities = useBelow(provinces, zoom >= CITIES_FROM, filter, window)
  const counties = useBelow(cities, zoom >= COUNTIES_FROM, filter, window)
  const streets = useBelow(counties, zoom >= STREETS_FROM, filter, window)
  if (!window || zoom >= COMMUNITIES_FROM) return []
  return streets
    .filter(({ code }) => within(code, view.division))
    .filter((tally): tally is Placed => tally.center !== null)
}

/** Each division's parts; where they are not known (yet) or too near each other, itself. */
function useBelow(
  divisions: DivisionTally[],
  wanted: boolean,
  filter: OverviewQuery,
  window: MapWindow | null,
): DivisionTally[] {
  const answers = useQueries({
    queries: wanted
      ? divisions.map(({ code }) => overviewOptions({ ...filter, within: code }))
      : [],
  })
  if (!wanted) return divisions
  return divisions.flatMap((division, index) => {
    const parts = (answers[index]?.data?.divisions ?? []).filter(
      ({ communities }) => communities > 0,
    )
    const centers = parts.flatMap(({ center }) => (center ? [center] : []))
    const told = parts.length > 0 && centers.length === parts.length
    return told && !crowded(centers, window?.zoom ?? 0) ? seen(parts, window) : [division]
  })
}

function seen(divisions: DivisionTally[], window: MapWindow | null): DivisionTally[] {
  return divisions.filter(
    ({ communities, bbox }) => communities > 0 && (!bbox || !window || overlaps(bbox, window.box)),
  )
}

/** A division stands when it lies in the chosen one, or holds it. */
function within(code: string, chosen: string): boolean {
  return code.startsWith(chosen) || chosen.startsWith(code)
}
