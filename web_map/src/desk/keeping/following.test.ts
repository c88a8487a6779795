import { describe, expect, it } from 'vitest'
import type { Write } from './database'
import { following } from './following'

const write = (about: Partial<Write>): Write => ({
  key: 'first',
  owner: 'me',
  at: 0,
  method: 'PATCH',
  layer: 'warning_perimeters',
  id: 7,
  version: 3,
  body: { properties: { status: 'suspended' } },
  label: '',
  seen: null,
  fills: null,
  state: 'waiting',
  told: null,
  ...about,
})

describe('what waits behind a write that was taken', () => {
  it('is made on top of it when it is of the same thing, so that nobody conflicts with himself', () => {
    const second = write({ key: 'second' })
    const left = following([write({}), second], write({}), { id: 7, version: 4 })
    expect(left).toEqual([{ ...second, version: 4 }])
  })

  it.each([
    ['of another thing', { id: 8 }],
    ['of another layer', { layer: 'work_areas' }],
    ['seen when another had changed it', { version: 5 }],
    ['about which a person is asked', { state: 'conflict' } as const],
  ])('is left as it is when %s', (_, about) => {
    const other = write({ key: 'second', ...about })
    expect(following([other], write({}), { id: 7, version: 4 })).toEqual([])
  })

  it('takes the id that it waited for', () => {
    const perimeter = write({
      key: 'second',
      id: null,
      fills: { write: 'first', property: 'work_area' },
    })
    const [left] = following([perimeter], write({ id: null }), { id: 12, version: 1 })
    expect(left?.body?.properties).toEqual({ status: 'suspended', work_area: 12 })
    expect(left?.fills).toBeNull()
  })
})
