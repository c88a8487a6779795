/** What the desk asks of the service: a ranking once, and a choice whenever it is wanted. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ask } from '../api/client'
import type { RankBody, RankingTold, SelectBody, SelectionTold } from '../api/schema.gen'

/** Enough draws to tell firm from loose; the service bounds them by the number of communities. */
const DRAWS = 2000
const ROWS = 20_000
const MINUTE = 60_000

export type Question = Pick<RankBody, 'year' | 'filter' | 'weights'>

export function useRanking(question: Question, enabled = true) {
  return useQuery({
    queryKey: ['ranking', question],
    queryFn: () =>
      post<RankingTold>('/api/planning/rank', { ...question, draws: DRAWS, limit: ROWS }),
    enabled,
    staleTime: 5 * MINUTE,
    placeholderData: keepPreviousData,
  })
}

/** Nothing is asked for by null. */
export function useSelection(body: Partial<SelectBody> | null) {
  return useQuery({
    queryKey: ['selection', body],
    queryFn: () => post<SelectionTold>('/api/planning/select', body ?? {}),
    enabled: body !== null,
    staleTime: 5 * MINUTE,
    retry: false,
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
