/** Scores under other weights, found here while a slider moves: the service's own sum, on the
 * utilities that it told. A row's score depends on that row and the weights alone. */

/** Of n rows and m criteria: utilities row by row, 0 to 1; NaN is unknown. */
export interface Utilities {
  criteria: string[]
  rows: number
  values: Float64Array
}

export interface Scored {
  score: Float64Array
  low: Float64Array
  high: Float64Array
  /** Places of rows, the best first; equals in the order they came. */
  order: Uint32Array
}

/** What is unknown counts as the middle of its scale. */
const MIDDLE = 0.5

/** Only the proportions of weights matter; all zeros weigh alike. */
export function proportions(criteria: string[], weights: Record<string, number>): Float64Array {
  const given = criteria.map((code) => Math.max(0, weights[code] ?? 0))
  const sum = given.reduce((total, weight) => total + weight, 0)
  return Float64Array.from(given, (weight) => (sum > 0 ? weight / sum : 1 / criteria.length))
}

export function scored({ values, rows }: Utilities, weights: Float64Array): Scored {
  const size = weights.length
  const score = new Float64Array(rows)
  const low = new Float64Array(rows)
  const high = new Float64Array(rows)
  for (let row = 0; row < rows; row++) {
    let known = 0
    let open = 0
    for (let at = 0; at < size; at++) {
      const value = values[row * size + at] ?? NaN
      const weight = weights[at] ?? 0
      if (Number.isNaN(value)) open += weight
      else known += value * weight
    }
    low[row] = known
    high[row] = known + open
    score[row] = known + open * MIDDLE
  }
  const order = Uint32Array.from({ length: rows }, (_, row) => row)
  order.sort((a, b) => (score[b] ?? 0) - (score[a] ?? 0) || a - b)
  return { score, low, high, order }
}

/** What each criterion adds to a row's score; the parts sum to it. */
export function parts(
  { values }: Utilities,
  weights: Float64Array,
  row: number,
): { part: number; unknown: boolean }[] {
  return Array.from(weights, (weight, at) => {
    const value = values[row * weights.length + at] ?? NaN
    const unknown = Number.isNaN(value)
    return { part: weight * (unknown ? MIDDLE : value), unknown }
  })
}
