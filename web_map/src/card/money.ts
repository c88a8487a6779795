/** Money by source as parts of one bar: what is committed, then the gap, summing to the budget. */
import type { SourceMoney } from '../api/schema.gen'

export interface Part {
  source: string
  cny: number
  /** Start and width as shares of the bar. */
  from: number
  width: number
}

export interface Bar {
  parts: Part[]
  gap: { cny: number; from: number; width: number }
}

/** When more is committed than budgeted the bar is the money committed, and there is no gap. */
export function moneyBar(money: SourceMoney[], budgetCny: number): Bar {
  const sums = money.map(({ source, committed_cny }) => ({ source, cny: Number(committed_cny) }))
  const committed = sums.reduce((sum, { cny }) => sum + cny, 0)
  const whole = Math.max(committed, budgetCny)
  let from = 0
  const parts = sums
    .filter(({ cny }) => cny > 0)
    .map(({ source, cny }) => {
      const part = { source, cny, from, width: cny / whole }
      from += part.width
      return part
    })
  const gap = Math.max(0, budgetCny - committed)
  return { parts, gap: { cny: gap, from, width: whole > 0 ? gap / whole : 0 } }
}
