import { describe, expect, it } from 'vitest'
import type { Report } from './asking'
import { isReopened, shownOf } from './standing'

function report(
  properties: Partial<Report['properties']> = {},
  visibility: Report['visibility'] = 'draft',
): Report {
  return {
    type: 'Feature',
    id: 1,
    visibility,
    geometry: null,
    properties: {
      community: 7,
      category: 'noise',
      text: '清晨施工',
      status: 'open',
      reported_at: '2026-11-20T07:10:00+08:00',
      reply: '',
      replied_at: null,
      reopened_at: null,
      reopen_reason: '',
      photo: null,
      private: false,
      hidden_reason: '',
      ...properties,
    },
  }
}

describe('a report', () => {
  it('waits until somebody says whether it is shown', () => {
    expect(shownOf(report())).toBe('waits')
    expect(shownOf(report({ hidden_reason: '广告' }))).toBe('hidden')
    expect(shownOf(report({}, 'published'))).toBe('shown')
  })

  it('that its sender wants private is never to be shown', () => {
    expect(shownOf(report({ private: true }))).toBe('private')
  })

  it('is asked for again until it is closed anew', () => {
    const again = { reopened_at: '2026-11-22T07:10:00+08:00' }
    expect(isReopened(report(again).properties)).toBe(true)
    expect(isReopened(report({ ...again, status: 'closed' }).properties)).toBe(false)
    expect(isReopened(report().properties)).toBe(false)
  })
})
