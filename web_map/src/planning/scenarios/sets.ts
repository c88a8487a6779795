/** Weights that are those of a named set: only their proportions say. */
import type { WeightSetTold } from '../../api/schema.gen'
import type { WeightsByCode } from '../wish'

/** The service tells weights to six places. */
const NEAR = 1e-5

export function alike(one: WeightsByCode, other: WeightsByCode): boolean {
  const codes = new Set([...Object.keys(one), ...Object.keys(other)])
  const [first, second] = [sum(one), sum(other)]
  if (first === 0 || second === 0) return first === second
  return [...codes].every(
    (code) => Math.abs((one[code] ?? 0) / first - (other[code] ?? 0) / second) < NEAR,
  )
}

export function setOf(sets: WeightSetTold[], weights: WeightsByCode): WeightSetTold | undefined {
  return sets.find((set) => alike(set.weights, weights))
}

function sum(weights: WeightsByCode): number {
  return Object.values(weights).reduce((total, weight) => total + weight, 0)
}
