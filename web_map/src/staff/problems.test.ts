import { describe, expect, it } from 'vitest'
import { Problem, type Reason } from '../api/client'
import { otherProblems, problemsAt } from './problems'

const reason = (field: string | null, message: string): Reason => ({
  code: 'x',
  field,
  message,
  citation: null,
  severity: 'major',
  geometry: null,
})

const REFUSED = new Problem(422, 'all of it', {
  problems: [reason('areas', 'no such area'), reason('areas.1', 'too long'), reason(null, 'odd')],
})

describe('what the service finds wrong', () => {
  it('stands at its field, entries of a list with the list', () => {
    expect(problemsAt(REFUSED, 'areas')).toEqual(['no such area', 'too long'])
    expect(problemsAt(REFUSED, 'username')).toEqual([])
  })

  it('is told above the form when it is of no field there', () => {
    expect(otherProblems(REFUSED, ['areas'])).toEqual(['odd'])
    expect(otherProblems(REFUSED, ['username'])).toHaveLength(3)
  })

  it('is told by its own words when nothing is named', () => {
    expect(otherProblems(new Problem(403, 'not yours'), ['areas'])).toEqual(['not yours'])
    expect(otherProblems(null, [])).toEqual([])
  })
})
