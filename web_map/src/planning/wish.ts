/** All that a planner asks for, as one value: it can be asked again, kept, and taken up again. */
import type { SelectBody } from '../api/schema.gen'
import { filterOf, scopeOf, WHOLE, type Scope } from './scope'

export type WeightsByCode = Record<string, number>
export type Lock = 'in' | 'out'

/** Money in yuan. What is null or empty limits nothing. */
export interface Wish {
  year: number
  weights: WeightsByCode
  scope: Scope
  budget: number | null
  householdCost: number | null
  objective: 'score' | 'score_households'
  most: number | null
  least: number | null
  floors: Record<string, number>
  caps: Record<string, number>
  sources: Record<string, number>
  locks: Record<string, Lock>
  bundles: string[][]
  bonus: number
}

export function firstWish(year: number, weights: WeightsByCode): Wish {
  return {
    year,
    weights,
    scope: WHOLE,
    budget: null,
    householdCost: null,
    objective: 'score',
    most: null,
    least: null,
    floors: {},
    caps: {},
    sources: {},
    locks: {},
    bundles: [],
    bonus: 0,
  }
}

/** As the service takes it. */
export function bodyOf(wish: Wish): Partial<SelectBody> {
  const locked = (how: Lock) => Object.keys(wish.locks).filter((id) => wish.locks[id] === how)
  return {
    year: wish.year,
    weights: wish.weights,
    filter: filterOf(wish.scope),
    budget_cny: yuan(wish.budget),
    household_cost_cny: yuan(wish.householdCost),
    objective: wish.objective,
    neighbour_bonus: wish.bonus,
    constraints: {
      max_count: wish.most,
      min_count: wish.least,
      county_min: wish.floors,
      county_max: wish.caps,
      budget_by_source_cny: wish.sources,
      lock_in: locked('in'),
      lock_out: locked('out'),
      bundles: wish.bundles,
      neighbour_bonus: 0,
    },
  }
}

/** What was asked for by a body, for one to go on from. */
export function wishOf(body: Partial<SelectBody>, before: Wish): Wish {
  const limits = body.constraints
  return {
    year: body.year ?? before.year,
    weights: body.weights ?? before.weights,
    scope: scopeOf(body.filter),
    budget: number(body.budget_cny),
    householdCost: number(body.household_cost_cny),
    objective: body.objective ?? 'score',
    most: limits?.max_count ?? null,
    least: limits?.min_count ?? null,
    floors: limits?.county_min ?? {},
    caps: limits?.county_max ?? {},
    sources: numbers(limits?.budget_by_source_cny),
    locks: {
      ...each(limits?.lock_in, 'in'),
      ...each(limits?.lock_out, 'out'),
    },
    bundles: limits?.bundles ?? [],
    bonus: body.neighbour_bonus ?? limits?.neighbour_bonus ?? 0,
  }
}

/** A second press takes a lock off again. */
export function locked(locks: Record<string, Lock>, id: string, how: Lock): Record<string, Lock> {
  const { [id]: before, ...others } = locks
  return before === how ? others : { ...others, [id]: how }
}

/** How many limits there are beside the budget and the number. */
export function limited({ floors, caps, sources, locks, bundles, bonus, least }: Wish): number {
  const sets = [floors, caps, sources, locks, bundles].map((each) => Object.keys(each).length)
  return sets.reduce((sum, count) => sum + count, 0) + (bonus > 0 ? 1 : 0) + (least ? 1 : 0)
}

export function without(record: Record<string, number>, key: string): Record<string, number> {
  return Object.fromEntries(Object.entries(record).filter(([each]) => each !== key))
}

function yuan(amount: number | null): string | null {
  return amount === null ? null : amount.toFixed(2)
}

function number(told: number | string | null | undefined): number | null {
  return told == null ? null : Number(told)
}

function numbers(told: Record<string, number | string> = {}): Record<string, number> {
  return Object.fromEntries(Object.entries(told).map(([key, value]) => [key, Number(value)]))
}

function each(ids: string[] = [], how: Lock): Record<string, Lock> {
  return Object.fromEntries(ids.map((id) => [id, how]))
}
