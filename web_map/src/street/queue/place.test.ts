import { describe, expect, it } from 'vitest'
import { task } from './made'
import { placeOf } from './place'

describe('a task is done', () => {
  it('in a part of the desk, at its row', () => {
    const place = placeOf(task({ part: 'votes', layer: 'decisions' }))
    expect(place).toEqual({ desk: 'street', community: 5, part: 'votes/12' })
    expect(placeOf(task({ part: 'gates', layer: 'decisions' })).part).toBe('gates')
    expect(placeOf(task({ part: 'votes/comments' })).part).toBe('votes/comments/12')
  })

  it('in the form of its layer, down to the field', () => {
    const form = task({ part: 'ledger', layer: 'exceptions', field: 'ends' })
    expect(placeOf(form).part).toBe('ledger/exceptions/12/ends')
    expect(placeOf({ ...form, row: null }).part).toBe('ledger/exceptions')
  })

  it('in the form of its layer where the desk has no part for it', () => {
    expect(placeOf(task({ part: 'none', layer: 'reports', field: 'reply' })).part).toBe(
      'ledger/reports/12/reply',
    )
  })

  it('in the form of a new shift of the site that nobody is at', () => {
    const gap = task({ part: 'ledger', layer: 'duty_shifts', row: null, field: 'site', site: 7 })
    expect(placeOf(gap).part).toBe('ledger/duty_shifts/new/site/7')
  })

  it('at the site desk, with its perimeter chosen', () => {
    const place = placeOf(task({ part: 'site', site: 7 }))
    expect(place).toEqual({ desk: 'site', community: null, part: 'perimeter/12', site: 7 })
  })
})
