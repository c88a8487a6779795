/** What the desk asks of the service about what planners saved. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ask, get } from '../../api/client'
import type {
  Adoption,
  ComparisonTold,
  RerunTold,
  ScenarioTold,
  SelectBody,
  WeightSetTold,
  WholeScenario,
} from '../../api/schema.gen'
import type { WeightsByCode } from '../wish'

const SCENARIOS = '/api/planning/scenarios'
const WEIGHTS = '/api/planning/weights'
const MINUTE = 60_000

export function useScenarios() {
  return useQuery({
    queryKey: ['scenarios'],
    queryFn: () => get<ScenarioTold[]>(SCENARIOS),
    staleTime: MINUTE,
  })
}

export function useScenario(id: number) {
  return useQuery({
    queryKey: ['scenarios', id],
    queryFn: () => get<WholeScenario>(`${SCENARIOS}/${id}`),
    staleTime: MINUTE,
  })
}

export function useComparison(ids: number[]) {
  return useQuery({
    queryKey: ['scenarios', 'compare', ids],
    queryFn: () => get<ComparisonTold>(`${SCENARIOS}/compare`, { ids: ids.join(',') }),
    staleTime: MINUTE,
    retry: false,
  })
}

export interface Draft {
  name: string
  question: Partial<SelectBody>
}

export function useSaving() {
  return useChange((draft: Draft) => send<ScenarioTold>('POST', SCENARIOS, draft))
}

export function useRemoving() {
  return useChange((id: number) => send('DELETE', `${SCENARIOS}/${id}`))
}

export function useRerun(id: number) {
  return useMutation({ mutationFn: () => send<RerunTold>('POST', `${SCENARIOS}/${id}/rerun`) })
}

/** What adopting would come to; nothing is done. */
export function useRehearsal(id: number) {
  return useMutation({
    mutationFn: () => send<Adoption>('POST', `${SCENARIOS}/${id}/adopt?dry_run=true`),
  })
}

export function useAdopting(id: number) {
  return useChange(() => send<Adoption>('POST', `${SCENARIOS}/${id}/adopt`))
}

export function useWeightSets() {
  return useQuery({
    queryKey: ['weight sets'],
    queryFn: () => get<WeightSetTold[]>(WEIGHTS),
    staleTime: MINUTE,
  })
}

export interface WeightSetDraft {
  /** Of the set that is changed; a new one has none. */
  id: number | null
  name: string
  weights: WeightsByCode
}

export function useSavingWeights() {
  return useChange(({ id, ...draft }: WeightSetDraft) =>
    id === null
      ? send<WeightSetTold>('POST', WEIGHTS, draft)
      : send<WeightSetTold>('PUT', `${WEIGHTS}/${id}`, draft),
  )
}

export function useRemovingWeights() {
  return useChange((id: number) => send('DELETE', `${WEIGHTS}/${id}`))
}

/** After a change whatever was read of sets, scenarios and rankings is read again. */
function useChange<Sent, Told>(mutationFn: (sent: Sent) => Promise<Told>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn,
    onSuccess: () =>
      Promise.all(
        [['scenarios'], ['weight sets'], ['ranking'], ['card']].map((queryKey) =>
          client.invalidateQueries({
            queryKey,
            refetchType: queryKey[0] === 'card' ? 'none' : 'active',
          }),
        ),
      ),
  })
}

async function send<T = null>(method: string, path: string, body?: object): Promise<T> {
  const response = await ask(path, {
    method,
    ...(body && {
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    }),
  })
  return (response.status === 204 ? null : await response.json()) as T
}
