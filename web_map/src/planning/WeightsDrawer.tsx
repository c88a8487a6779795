/** The weights of the plan, and sets of them to begin from. */
import { useMemo } from 'react'
import type { RankingTold } from '../api/schema.gen'
import { SavedWeights } from './scenarios/SavedWeights'
import type { Plan } from './usePlan'
import { Weights } from './Weights'
import type { WeightsByCode } from './wish'

export function WeightsDrawer({ plan }: { plan: Plan }) {
  const { first, wish, change } = plan
  return (
    <>
      <Weights
        criteria={first.criteria}
        weights={wish.weights}
        presets={usePresets(first)}
        change={(weights) => change({ weights })}
      />
      <SavedWeights plan={plan} />
    </>
  )
}

function usePresets({ criteria, weights }: RankingTold): Record<string, WeightsByCode> {
  return useMemo(
    () => ({
      bureau: weights,
      equal: Object.fromEntries(criteria.map(({ code }) => [code, 0.1])),
      preferences: Object.fromEntries(
        criteria.map(({ code, group }) => [code, group === 'preference' ? 0.25 : 0]),
      ),
    }),
    [criteria, weights],
  )
}
