/** The choice that was asked for, what else was nearly as good, and which of them is shown. */
import { useState } from 'react'
import { useSelection } from './asking'
import { bodyOf, type Wish } from './wish'

/** The curve's budgets, in twentieths of twice the one that is asked for. */
const STEPS = 20
const ALTERNATIVES = 3
/** For all steps together; they take a tenth of it with 8,000 candidates on a machine at rest. */
const PATIENCE_S = 60

export type Shown = { kind: 'best' | 'greedy' } | { kind: 'alternative' | 'step'; at: number }

const BEST: Shown = { kind: 'best' }

export function useChoice(wish: Wish) {
  const [asked, setAsked] = useState<Wish | null>(null)
  const [which, setWhich] = useState<Shown>(BEST)
  const body = asked && bodyOf(asked)
  const best = useSelection(body)
  // What takes longer comes after: the best choice is not kept waiting for the others.
  const further = useSelection(
    body && best.data?.status !== 'infeasible' && best.data
      ? {
          ...body,
          alternatives: ALTERNATIVES,
          budgets_cny: budgets(asked.budget),
          seconds: PATIENCE_S,
        }
      : null,
  )
  const told = best.data
  const steps = further.data?.curve ?? []
  const alternatives = further.data?.alternatives ?? []
  const shown =
    which.kind === 'step'
      ? steps[which.at]
      : which.kind === 'alternative'
        ? alternatives[which.at]
        : which.kind === 'greedy'
          ? told?.greedy
          : told
  return {
    ask: () => {
      setAsked(wish)
      setWhich(BEST)
    },
    asked,
    told,
    error: best.error ?? further.error,
    pending: best.isFetching,
    looking: further.isFetching,
    retry: () => void (best.error ? best : further).refetch(),
    steps,
    alternatives,
    warning: further.data?.warning ?? null,
    which,
    show: setWhich,
    shown: shown ?? told ?? null,
    stale: asked !== null && asked !== wish,
  }
}

export type Choice = ReturnType<typeof useChoice>

/** From a tenth of the budget to twice as much; the tenth step is the budget itself. */
export function budgets(budget: number | null): string[] {
  if (budget === null) return []
  return Array.from({ length: STEPS }, (_, step) => (budget * ((step + 1) / 10)).toFixed(2))
}
