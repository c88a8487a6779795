/** Sites, and what belongs to one, as the desk reads them. */
import { useQuery } from '@tanstack/react-query'
import type { Geometry, Polygon } from 'geojson'
import { items, type Item } from '../api/items'

export interface SiteFields {
  community: number
  name: string
  contractor: string
  status: string
}

export interface PerimeterFields {
  site: number
  work_area: number | null
  reason: string
  kind: string
  working_height_m: number
  allowance_m: number
  status: 'planned' | 'active' | 'suspended' | 'lifted'
  starts: string
  ends: string
  confirmed_at?: string | null
  hoarding: string
  duty_phone?: string
  sign_photo?: string | null
}

export type Site = Item<SiteFields, Polygon | null>
export type Perimeter = Item<PerimeterFields, Polygon>

/** The sites of my scope: others I may see, but they bear no version. */
export function useSites(mine: number[]) {
  return useQuery({
    queryKey: ['items', 'sites'],
    queryFn: () => items<Site>('sites'),
    select: (all) =>
      all.filter(({ id, version }) =>
        mine.length > 0 ? mine.includes(id) : version !== undefined,
      ),
  })
}

export function usePerimeters(site?: number) {
  return useQuery({
    queryKey: ['items', 'warning_perimeters', site],
    queryFn: () => items<Perimeter>('warning_perimeters', site === undefined ? {} : { site }),
  })
}

/** Rows of another layer that belong to a site. */
export function useOfSite<P, G extends Geometry | null = Geometry>(layer: string, site: number) {
  return useQuery({
    queryKey: ['items', layer, site],
    queryFn: () => items<Item<P, G>>(layer, { site }),
  })
}

/** Outlines that a drawing snaps to. */
export function useBuildings(community: number | undefined) {
  return useQuery({
    queryKey: ['items', 'buildings', community],
    queryFn: () => items<Item<object, Polygon>>('buildings', { community }),
    enabled: community !== undefined,
    staleTime: Infinity,
  })
}
