/** What the page asks of the service, each with how long an answer keeps. */
import {
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useQuery,
  type UseQueryResult,
} from '@tanstack/react-query'
import {
  getCard,
  getCatalogue,
  getClosures,
  getCommunities,
  getOverview,
  getSession,
  Problem,
} from './client'
import type { CommunitiesQuery, OverviewQuery } from './client'
import type { Card, Catalogue, Session } from './schema.gen'
import type { View } from '../state/view'

const MINUTE = 60_000
const PAGE = 40

/** Asking again helps when the service was not reached or stumbled, not when it refused. */
export function worthAsking(failures: number, error: Error): boolean {
  const refused = error instanceof Problem && error.status >= 400 && error.status < 500
  return !refused && failures < 2
}

export const overviewOptions = (query: OverviewQuery) =>
  queryOptions({
    queryKey: ['overview', query],
    queryFn: () => getOverview(query),
    staleTime: MINUTE,
  })

export function useCatalogue(): UseQueryResult<Catalogue> {
  return useQuery({ queryKey: ['catalogue'], queryFn: getCatalogue, staleTime: 10 * MINUTE })
}

export function useOverview(query: OverviewQuery, enabled = true) {
  return useQuery({ ...overviewOptions(query), enabled, placeholderData: keepPreviousData })
}

export function useCommunities(view: View, bbox: string) {
  const query = communitiesQuery(view, bbox)
  return useInfiniteQuery({
    queryKey: ['communities', query],
    queryFn: ({ pageParam }) => getCommunities(pageParam ? { ...query, after: pageParam } : query),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    staleTime: MINUTE,
    placeholderData: keepPreviousData,
  })
}

export function useCard(id: number | null): UseQueryResult<Card> {
  return useQuery({
    queryKey: ['card', id],
    queryFn: () => getCard(id ?? 0),
    enabled: id !== null,
    staleTime: MINUTE,
  })
}

export function useClosures(bbox: string, wanted: boolean) {
  return useQuery({
    queryKey: ['closures', bbox],
    queryFn: () => getClosures(bbox),
    enabled: wanted && bbox !== '',
    staleTime: MINUTE,
    placeholderData: keepPreviousData,
  })
}

/** Who is signed in, and what they may do. */
export function useSession(): UseQueryResult<Session> {
  return useQuery({ queryKey: ['session'], queryFn: getSession, staleTime: 5 * MINUTE })
}

/** The filters of a view, save for its area and window. */
export function filterQuery(view: View): OverviewQuery {
  return {
    ...(view.q && { q: view.q }),
    ...(view.phases.length && { phase: view.phases.join(',') }),
    ...(view.year && { year: view.year }),
    ...(view.closures && { closures: 'today' }),
    ...(view.unmapped && { without_boundary: true }),
  }
}

function communitiesQuery(view: View, bbox: string): CommunitiesQuery {
  return {
    ...filterQuery(view),
    ...(view.division && { division: view.division }),
    ...(view.here && bbox && { bbox }),
    sort: view.sort,
    limit: PAGE,
  }
}
