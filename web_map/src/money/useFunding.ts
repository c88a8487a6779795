/** Money of the communities that the filters choose, by year and source. */
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { get, type OverviewQuery } from '../api/client'
import type { Funding } from '../api/schema.gen'

const MINUTE = 60_000

export function useFunding(query: OverviewQuery & { division?: string }): UseQueryResult<Funding> {
  return useQuery({
    queryKey: ['funding', query],
    queryFn: () => get<Funding>('/api/funding', query),
    staleTime: MINUTE,
    placeholderData: keepPreviousData,
  })
}
