/** How a report stands with the public, and with its sender. */
import type { Report } from './asking'

export type Shown = 'waits' | 'shown' | 'hidden' | 'private'

export function shownOf({ visibility, properties }: Report): Shown {
  if (properties.private) return 'private'
  if (visibility !== 'draft') return 'shown'
  return properties.hidden_reason ? 'hidden' : 'waits'
}

/** Closed is not fixed: its sender said so, and nobody has closed it since. */
export function isReopened(report: { status: string; reopened_at: string | null }): boolean {
  return report.status !== 'closed' && report.reopened_at !== null
}
