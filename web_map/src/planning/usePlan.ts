/** What the desk holds: what is asked for, the ranking under it, and the choice that came of it. */
import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import type { RankingTold } from '../api/schema.gen'
import { useRanking } from './asking'
import { filterOf } from './scope'
import { proportions, scored } from './scoring'
import { useChoice } from './useChoice'
import { useSettled } from './useSettled'
import { utilities } from './utilities'
import { firstWish, type Wish } from './wish'

const NOTHING: ReadonlySet<string> = new Set()
/** So long a slider rests before the map follows, and draws of weights are asked for anew. */
export const REST_MS = 700

export type Plan = ReturnType<typeof usePlan>
export type Seen = Plan['seen']

export function usePlan(first: RankingTold) {
  const [wish, setWish] = useState(() => firstWish(first.year, first.weights))
  const change = useCallback((part: Partial<Wish>) => {
    setWish((before) => ({ ...before, ...part }))
  }, [])
  const [open, setOpen] = useState<string | null>(null)
  const [onlyEligible, setOnlyEligible] = useState(false)
  /** Those picked for a bundle, while one is being made. */
  const [picked, setPicked] = useState<string[] | null>(null)

  const sampled = useSettled(wish.weights, REST_MS)
  const ranking = useRanking({
    year: wish.year,
    filter: filterOf(wish.scope),
    weights: sampled === first.weights ? null : sampled,
  })
  const told = ranking.data ?? first
  const choice = useChoice(wish)

  const table = useMemo(() => utilities(told), [told])
  // The slider moves at once; the table follows as fast as it can be drawn.
  const settled = useDeferredValue(wish.weights)
  const shares = useMemo(() => proportions(table.criteria, settled), [table, settled])
  const scores = useMemo(() => scored(table, shares), [table, shares])
  const rankOf = useMemo(() => placesOf(scores.order), [scores])
  const shown = useMemo(
    () => [...scores.order].filter((at) => !onlyEligible || told.rows[at]?.eligible),
    [scores, told, onlyEligible],
  )
  const chosen = choice.shown?.chosen
  const inPlan = useMemo(() => (chosen ? new Set(chosen) : NOTHING), [chosen])
  const names = useMemo(() => new Map(told.rows.map(({ id, name }) => [id, name])), [told])

  /** Of the draws: whether they were made with weights that no longer stand. */
  const stale = ranking.isPlaceholderData || sampled !== wish.weights
  /** On the map or in the table: opens it, or while a bundle is made puts it in or takes it out. */
  const choose = useCallback(
    (id: string | null) => {
      if (picked && id) setPicked(toggled(picked, id))
      else setOpen(id)
    },
    [picked],
  )
  const { locks } = wish
  // What table and map are drawn from is the same object while a slider moves, until the table
  // follows: neither is drawn for a move alone.
  const seen = useMemo(
    () => ({ told, table, shares, scores, rankOf, shown, inPlan, locks, open, picked, stale }),
    [told, table, shares, scores, rankOf, shown, inPlan, locks, open, picked, stale],
  )

  return {
    ...seen,
    seen,
    wish,
    change,
    choose,
    first,
    ranking,
    choice,
    names,
    close: () => setOpen(null),
    setPicked,
    bundle: () => {
      if (picked) change({ bundles: [...wish.bundles, picked] })
      setPicked(null)
    },
    onlyEligible,
    setOnlyEligible,
  }
}

/** Where each row stands in an order. */
function placesOf(order: Uint32Array): Uint32Array {
  const places = new Uint32Array(order.length)
  order.forEach((row, place) => {
    places[row] = place
  })
  return places
}

function toggled(ids: string[], id: string): string[] {
  return ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id]
}
