/** What the desk asks of the service: a ranking once, and a choice whenever it is wanted. */
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { ask } from '../api/client'
import type { RankingTold, SelectBody, SelectionTold } from '../api/schema.gen'

/** Enough draws to tell firm from loose; the service bounds them by the number of communities. */
const DRAWS = 2000
const MINUTE = 60_000

export function useRanking(year: number, enabled: boolean) {
  return useQuery({
    queryKey: ['ranking', year],
    queryFn: () => post<RankingTold>('/api/planning/rank', { year, draws: DRAWS, limit: 20_000 }),
    enabled,
    staleTime: 5 * MINUTE,
    placeholderData: keepPreviousData,
  })
}

export function useSelecting() {
  return useMutation({
    mutationFn: (body: Partial<SelectBody>) => post<SelectionTold>('/api/planning/select', body),
  })
}

async function post<T>(path: string, body: object): Promise<T> {
  const response = await ask(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  return (await response.json()) as T
}
