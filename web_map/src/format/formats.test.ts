import { describe, expect, it } from 'vitest'
import { daysSince, formats } from './formats'

const zh = formats('zh')
const en = formats('en')

describe('figures as people here write them', () => {
  it('money in 万元 with one decimal', () => {
    expect(zh.money('8235000.00')).toBe('823.5 万元')
    expect(zh.money(0)).toBe('0.0 万元')
    expect(en.money('8235000')).toBe('CNY 8.24 million')
  })

  it('dates, the same day wherever the reader sits', () => {
    expect(zh.date('2026-11-24')).toBe('2026年11月24日')
    expect(en.date('2026-11-24')).toBe('24 Nov 2026')
    expect(zh.month('2026-11-24')).toBe('2026年11月')
  })

  it('moments by the clock of the site', () => {
    expect(zh.moment('2026-11-24T07:00:00Z')).toBe('2026年11月24日 15:00')
  })

  it('short distances with a decimal, long ones without', () => {
    expect(zh.distance(3.24)).toBe('3.2 m')
    expect(zh.distance(32.4)).toBe('32 m')
  })

  it('days that have passed, never below none', () => {
    const now = new Date('2026-11-24T12:00:00+08:00')
    expect(daysSince('2026-11-12', now)).toBe(12)
    expect(daysSince('2026-12-01', now)).toBe(0)
  })
})
