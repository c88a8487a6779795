/** Where a community stands, the gates ahead of it, and the way through one. */
import { queryOptions, useQuery } from '@tanstack/react-query'
import { get, tell } from '../../../api/client'
import type { GateTold, MissingTold, Stage, StandingTold } from '../../../api/schema.gen'
import { useView } from '../../../state/useView'
import type { Language } from '../../../state/view'

/** The service says what is missing in the reader's language. */
const standingOptions = (community: number, language: Language) =>
  queryOptions({
    queryKey: ['gates', community, language],
    queryFn: () => get<StandingTold>(`/api/communities/${community}/gates`),
  })

export function useStanding(community: number) {
  const { language } = useView()
  return useQuery(standingOptions(community, language))
}

/** What the next gate onward misses. */
export function useLacking(community: number): MissingTold[] {
  const { data } = useStanding(community)
  return waysOf(data?.gates ?? []).onward[0]?.missing ?? []
}

export const advance = (community: number, to: Stage, reason: string) =>
  tell<StandingTold>('POST', `/api/communities/${community}/advance`, { to, reason })

/** Onward first; suspending and cancelling, which need a reason and no evidence, stand apart. */
export function waysOf(gates: GateTold[]): { onward: GateTold[]; aside: GateTold[] } {
  return {
    onward: gates.filter((gate) => !gate.needs_reason),
    aside: gates.filter((gate) => gate.needs_reason),
  }
}
