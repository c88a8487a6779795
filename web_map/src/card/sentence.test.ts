import { describe, expect, it } from 'vitest'
import type { Card } from '../api/schema.gen'
import { formats } from '../format/formats'
import { en } from '../text/en'
import { zh } from '../text/zh'
import { sentence } from './sentence'

const NOW = new Date('2026-11-24T12:00:00+08:00')

function card(community: Partial<Card['community']>, rest: Partial<Card> = {}) {
  return { works_end: null, stage_reason: null, ...rest, community } as Card
}

describe('the plain sentence', () => {
  it('says when works end', () => {
    const works = card({ phase: 'works', stage: 'under_works' }, { works_end: '2026-11-30' })
    expect(sentence(works, zh, formats('zh'), NOW)).toBe('正在施工,预计 2026年11月完工。')
  })

  it('says since when and why works stand still', () => {
    const paused = card(
      { phase: 'paused', stage: 'suspended', stage_since: '2026-11-12' },
      { stage_reason: '资金' },
    )
    expect(sentence(paused, zh, formats('zh'), NOW)).toBe(
      '已停工,自 2026年11月12日 起,已 12 天,原因:资金。',
    )
    expect(sentence(paused, en, formats('en'), NOW)).toBe(
      'Works are stopped, since 12 Nov 2026, 12 days, reason: 资金.',
    )
  })

  it('says why a renovation was cancelled, which has no phase', () => {
    const cancelled = card({ phase: null, stage: 'cancelled' }, { stage_reason: '整体拆迁' })
    expect(sentence(cancelled, zh, formats('zh'), NOW)).toBe('改造已取消,原因:整体拆迁。')
  })

  it('ends a reason that is a sentence once', () => {
    const paused = card({ phase: 'paused', stage: 'suspended' }, { stage_reason: '重新勘探。' })
    expect(sentence(paused, zh, formats('zh'), NOW)).toBe('已停工,原因:重新勘探。')
  })

  it('claims nothing of a community without a stage', () => {
    expect(sentence(card({ phase: null, stage: null }), zh, formats('zh'))).toBe('暂无阶段信息。')
  })
})
