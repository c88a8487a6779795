import { describe, expect, it } from 'vitest'
import { PARTS } from '../../parts'
import { ledgerPlace } from '../place'
import { PAGES, placeOf } from './supply'

const item = { code: 'x', layer: 'works', field: null, row: null }

describe('what a gate misses is supplied', () => {
  it('in the row that is wanting, at the field that is', () => {
    const place = placeOf({
      ...item,
      layer: 'owner_organisations',
      field: 'formed_evidence',
      row: 7,
    })
    expect(place).toBe('ledger/owner_organisations/7/formed_evidence')
  })

  it('in a new row where there is none', () => {
    expect(placeOf(item)).toBe('ledger/works/new')
    expect(placeOf({ ...item, field: 'progress' })).toBe('ledger/works/new/progress')
  })

  it('in a form that begins with what the gate asks for', () => {
    const place = placeOf({ ...item, code: 'survey.visit', layer: 'surveys', field: 'channel' })
    expect(ledgerPlace(place)).toMatchObject({ row: 'new', field: 'channel', value: 'visit' })
  })

  it('at the table, where that offers the next check', () => {
    const place = placeOf({ ...item, code: 'checks.none', layer: 'inspections' })
    expect(place).toBe('ledger/inspections')
  })

  it('on a page of its own, at the row that is wanting', () => {
    expect(placeOf({ ...item, layer: 'decisions' })).toBe('votes')
    expect(placeOf({ ...item, layer: 'publicity', field: 'place', row: 3 })).toBe('publicity/3')
    for (const page of Object.values(PAGES)) expect(PARTS).toHaveProperty(page)
  })
})
