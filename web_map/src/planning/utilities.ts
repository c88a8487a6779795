/** Measures on their absolute scales, as the service scores them; what is unknown stays so. */
import type { RankingTold } from '../api/schema.gen'
import type { Utilities } from './scoring'

type Told = Pick<RankingTold, 'criteria'> & {
  rows: { measures: Record<string, number | null> }[]
}

export function utilities({ criteria, rows }: Told): Utilities {
  const size = criteria.length
  const values = new Float64Array(rows.length * size)
  rows.forEach(({ measures }, row) =>
    criteria.forEach(({ code, worst, best }, at) => {
      const value = measures[code]
      values[row * size + at] =
        value == null ? NaN : Math.min(1, Math.max(0, (value - worst) / (best - worst)))
    }),
  )
  return { criteria: criteria.map(({ code }) => code), rows: rows.length, values }
}
