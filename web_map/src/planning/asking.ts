/** What the desk asks of the service: a ranking once, and a choice whenever it is wanted. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { tell } from '../api/client'
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
      tell<RankingTold>('POST', '/api/planning/rank', { ...question, draws: DRAWS, limit: ROWS }),
    enabled,
    staleTime: 5 * MINUTE,
    placeholderData: keepPreviousData,
  })
}

/** Nothing is asked for by null. */
export function useSelection(body: Partial<SelectBody> | null) {
  return useQuery({
    queryKey: ['selection', body],
    queryFn: () => tell<SelectionTold>('POST', '/api/planning/select', body ?? {}),
    enabled: body !== null,
    staleTime: 5 * MINUTE,
    retry: false,
  })
}
