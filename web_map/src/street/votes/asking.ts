/** What the pages of votes ask of the service, and how they tell it. */
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ask, get, tell } from '../../api/client'
import type { Entered, Notices, Paper, Rooms, ShareOutput, VoteTally } from '../../api/schema.gen'
import { addRow, changeRow, items, type Item, type Visibility } from '../../api/items'

export interface VoteFields {
  community: number
  title: string
  matter: string
  starts: string
  ends: string
  owners_total: number
  area_total_m2: number
  result: VoteTally['result']
  evidence: string
  reversal_reason: string
  valid_until: string | null
}

export type VoteItem = Item<VoteFields, null>

/** Ballots come in from elsewhere meanwhile: online, and from other desks. */
const LIVE_MS = 4000

export function useVotes(community: number) {
  return useQuery({
    queryKey: ['items', 'decisions', community],
    queryFn: () => items<VoteItem>('decisions', { community, sortby: '-ends' }),
  })
}

export const tallyOptions = (id: number) =>
  queryOptions({
    queryKey: ['tally', id],
    queryFn: () => get<VoteTally>(`/api/decisions/${id}/tally`),
    refetchInterval: ({ state }) => (state.data?.result === 'open' ? LIVE_MS : false),
  })

export const useTally = (id: number) => useQuery(tallyOptions(id))

/** Every room and its vote: read once, because each reading of it is noted. */
export function useRooms(id: number) {
  return useQuery({
    queryKey: ['rooms', id],
    queryFn: async () => (await get<Rooms>(`/api/decisions/${id}/rooms`)).rooms,
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
}

export function useElectorate(community: number) {
  return useQuery({
    queryKey: ['electorate', community],
    queryFn: () => get<ShareOutput>('/api/decisions/electorate', { community }),
    retry: false,
  })
}

export const enterBallots = (id: number, ballots: Paper[]) =>
  tell<Entered>('POST', `/api/decisions/${id}/ballots`, { ballots })

export const issueCodes = (id: number) => tell<Notices>('POST', `/api/decisions/${id}/codes`, {})

/** Letters with new codes: nobody can ask for these once more. */
export async function printLetters(id: number, language: string): Promise<Blob> {
  const response = await ask(`/api/decisions/${id}/codes?lang=${language}`, {
    method: 'POST',
    headers: { Accept: 'application/pdf' },
  })
  return response.blob()
}

/** Closing or reversing: the answer is how the vote stands then. */
export function useSealing(id: number) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ reason }: { reason?: string }) =>
      reason === undefined
        ? tell<VoteTally>('POST', `/api/decisions/${id}/close`, {})
        : tell<VoteTally>('POST', `/api/decisions/${id}/reverse`, { reason }),
    onSuccess: (tally) => {
      queries.setQueryData(tallyOptions(id).queryKey, tally)
      void queries.invalidateQueries()
    },
  })
}

export function useNewVote() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (properties: Record<string, unknown>) =>
      (await addRow('decisions', { properties, visibility: 'draft' })).id,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['items', 'decisions'] }),
  })
}

export function useShowing(vote: VoteItem) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (visibility: Visibility) => changeRow('decisions', vote, { visibility }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['items', 'decisions'] }),
  })
}
