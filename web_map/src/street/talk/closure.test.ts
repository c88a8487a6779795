import { describe, expect, it } from 'vitest'
import { closureOf, whenOf } from './closure'
import { countsOf, inOrder, shownOf } from './comments/standing'
import type { Comment, Posting } from './rows'

const posting: Posting = {
  type: 'Feature',
  id: 3,
  geometry: null,
  properties: {
    community: 7,
    title: '改造方案公示',
    snapshot: '拟实施雨污分流。',
    snapshot_sha256: '0'.repeat(64),
    starts: '2026-11-20',
    ends: '2026-11-27',
    place: '东门公告栏',
  },
}

let next = 0
function comment(
  properties: Partial<Comment['properties']> = {},
  visibility: Comment['visibility'] = 'published',
): Comment {
  next += 1
  const made_at = `2026-11-2${next % 5}T08:00:00+08:00`
  const said = { publicity: 3, text: '加车位', made_at, outcome: null, answer: '' }
  return {
    type: 'Feature',
    id: next,
    visibility,
    geometry: null,
    properties: { ...said, answered_on: null, hidden_reason: '', ...properties },
  }
}

const adopted = comment({ outcome: 'adopted', answer: '加 12 个。' })
const refused = comment({ outcome: 'not_adopted', answer: '间距不足。' })
const bare = comment({ outcome: 'not_adopted', answer: '' })
const waiting = comment({}, 'draft')
const hidden = comment(
  { hidden_reason: '广告', outcome: 'not_adopted', answer: '与公示无关。' },
  'draft',
)
const ALL = [adopted, refused, bare, waiting, hidden]

describe('a comment', () => {
  it('waits until somebody says whether it is shown', () => {
    expect([adopted, waiting, hidden].map(shownOf)).toEqual(['shown', 'waits', 'hidden'])
  })

  it('is answered by an outcome and its reason, be it shown or not', () => {
    expect(countsOf(ALL)).toEqual({ all: 5, unanswered: 2, waiting: 1 })
  })

  it('that needs somebody stands before those that are done', () => {
    const order = inOrder(ALL)
    expect(new Set(order.slice(0, 2))).toEqual(new Set([bare, waiting]))
  })
})

describe('the closure report', () => {
  it('counts what was adopted, what was not, and what still waits', () => {
    expect(closureOf(posting, ALL)).toEqual({
      days: 8,
      total: 5,
      adopted: 1,
      notAdopted: 2,
      unanswered: 2,
      hidden: 1,
      waiting: 1,
    })
  })

  it.each([
    ['2026-11-19', 'before'],
    ['2026-11-20', 'running'],
    ['2026-11-27', 'running'],
    ['2026-11-28', 'ended'],
  ])('on %s it is %s', (today, when) => {
    expect(whenOf(posting, today)).toBe(when)
  })
})
