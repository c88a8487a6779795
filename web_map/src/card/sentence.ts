/** One plain sentence on where a community stands: 正在施工,预计 2026年11月完工。 */
import type { Card } from '../api/schema.gen'
import { daysSince, type Formats } from '../format/formats'
import type { Words } from '../text/zh'

type Told = Pick<Card, 'community' | 'works_end' | 'stage_reason'>

export function sentence(card: Told, words: Words, formats: Formats, now = new Date()): string {
  const { phase, stage, stage_since: since } = card.community
  const state = phase ?? (stage === 'cancelled' ? 'cancelled' : 'unknown')
  const halted = state === 'paused' || state === 'cancelled'
  const parts = [words.sentence[state as keyof Words['sentence']]]
  if (state === 'works' && card.works_end) parts.push(words.expected(formats.month(card.works_end)))
  if (state === 'paused' && since)
    parts.push(words.since(formats.date(since), daysSince(since, now)))
  if (halted && card.stage_reason) parts.push(words.because(card.stage_reason))
  // A reason is a sentence of its own, and mostly ends like one.
  return parts.join(words.comma).replace(/[。.!!??]$/, '') + words.fullStop
}
