import { describe, expect, it } from 'vitest'
import type { RuleVersion } from '../api/schema.gen'
import { adminEn } from '../text/adminEn'
import { adminZh } from '../text/adminZh'
import { unsure, valuesOf, whenOf } from './rules'

const RULE: RuleVersion = {
  code: 'fire-lane-width',
  version: 'GB 50720-2011',
  title: { zh: '消防车道净宽', en: 'Clear width of a fire lane' },
  unit: 'm',
  value: 4,
  exact: '4.0',
  steps: [],
  source: 'GB 50720-2011',
  clause: '3.3.2',
  effective_from: '2011-08-01',
  status: 'secondary',
  status_title: { zh: '二手来源', en: 'Seen on secondary pages only' },
  needs_review: false,
  area: '',
  in_force: true,
}

describe('a rule value', () => {
  it.each([
    [{}, ['4 m']],
    [{ unit: 'share', exact: '2/3' }, ['2/3']],
    [{ unit: 'd', exact: '7' }, ['7 天']],
    [{ unit: '1', exact: '1.3' }, ['1.3']],
  ])('is said with its unit: %o', (part, said) => {
    expect(valuesOf({ ...RULE, ...part }, adminZh)).toEqual(said)
  })

  it('that follows a measure is said step by step', () => {
    const steps = [
      { above: 2, value: 3 },
      { above: 5, value: 4 },
    ]
    expect(valuesOf({ ...RULE, exact: null, value: null, steps }, adminEn)).toEqual([
      'from 2 m: 3 m',
      'above 5 m: 4 m',
    ])
  })

  it('holds, is superseded or is to come', () => {
    expect(whenOf(RULE, '2026-11-24')).toBe('inForce')
    expect(whenOf({ ...RULE, in_force: false }, '2026-11-24')).toBe('past')
    expect(whenOf({ ...RULE, in_force: false }, '2010-01-01')).toBe('toCome')
  })

  it('is unsure when it is from memory or its table was not seen', () => {
    expect(unsure(RULE)).toBe(false)
    expect(unsure({ ...RULE, status: 'memory' })).toBe(true)
    expect(unsure({ ...RULE, needs_review: true })).toBe(true)
  })
})
