import { describe, expect, it } from 'vitest'
import type { SourceMoney } from '../api/schema.gen'
import { moneyBar } from './money'

const row = (source: string, committed_cny: string) => ({ source, committed_cny }) as SourceMoney

describe('the bar of money', () => {
  it('adds up to the budget with its gap', () => {
    const bar = moneyBar([row('central', '300.00'), row('local', '500.00')], 1000)
    expect(bar.parts).toEqual([
      { source: 'central', cny: 300, from: 0, width: 0.3 },
      { source: 'local', cny: 500, from: 0.3, width: 0.5 },
    ])
    expect(bar.gap).toEqual({ cny: 200, from: 0.8, width: 0.2 })
  })

  it('has no gap when more is committed than budgeted', () => {
    const bar = moneyBar([row('central', '1200')], 1000)
    expect(bar.parts[0]?.width).toBe(1)
    expect(bar.gap.width).toBe(0)
  })

  it('leaves out sources that commit nothing, and is empty without a budget', () => {
    expect(moneyBar([row('central', '0.00')], 0)).toEqual({
      parts: [],
      gap: { cny: 0, from: 0, width: 0 },
    })
  })
})
