import { describe, expect, it } from 'vitest'
import { communitiesOf, grouped, whenOf } from './grouping'
import { task } from './made'

const TODAY = '2026-11-24'

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

it('communities are counted, and those without one are none', () => {
  const tasks = [task({}), task({ community: null, name: '' }), task({})]
  expect(communitiesOf(tasks)).toEqual([{ id: 5, name: '人民新村', count: 2 }])
})
