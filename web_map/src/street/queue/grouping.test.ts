import { describe, expect, it } from 'vitest'
import type { TaskTold } from '../../api/schema.gen'
import { communitiesOf, grouped, placeOf, whenOf } from './grouping'

const TODAY = '2026-11-24'

function task(told: Partial<TaskTold>): TaskTold {
  return {
    kind: 'report',
    community: 5,
    name: '人民新村',
    title: '',
    due: null,
    overdue: 0,
    article: 'N(七)',
    part: 'reports',
    layer: 'reports',
    field: null,
    row: 12,
    to: null,
    to_title: null,
    ...told,
  }
}

describe('what is due', () => {
  it.each([
    ['2026-11-23', 'overdue'],
    ['2026-11-24', 'today'],
    ['2026-11-25', 'week'],
    ['2026-12-01', 'week'],
    ['2026-12-02', 'later'],
    [null, 'anytime'],
  ])('%s is %s', (due, when) => {
    expect(whenOf(due, TODAY)).toBe(when)
  })

  it('comes in groups, the overdue first, and no group is empty', () => {
    const tasks = [task({ due: '2026-11-01' }), task({ due: '2026-11-20' }), task({ due: null })]
    expect(grouped(tasks, TODAY)).toEqual([
      { when: 'overdue', tasks: tasks.slice(0, 2) },
      { when: 'anytime', tasks: tasks.slice(2) },
    ])
  })
})

describe('where it is done', () => {
  it('in a part of the desk, at its row', () => {
    expect(placeOf(task({}))).toEqual({ desk: 'street', community: 5, part: 'reports/12' })
    expect(placeOf(task({ part: 'gates', row: null })).part).toBe('gates')
  })

  it('in the form of a layer, down to the field', () => {
    const place = (told: Partial<TaskTold>) =>
      placeOf(task({ part: 'ledger', layer: 'exceptions', ...told })).part
    expect(place({ field: 'ends' })).toBe('ledger/exceptions/12/ends')
    expect(place({ row: null, field: 'ends' })).toBe('ledger/exceptions')
  })
})

it('communities are counted, and those without one are none', () => {
  const tasks = [task({}), task({ community: null, name: '' }), task({})]
  expect(communitiesOf(tasks)).toEqual([{ id: 5, name: '人民新村', count: 2 }])
})
