/** What holds of a perimeter at a moment: the manager's word against the clock. */
import type { PerimeterFields } from '../items'

export const STATES = [
  'unconfirmed',
  'overdue',
  'active',
  'planned',
  'suspended',
  'lifted',
] as const
export type State = (typeof STATES)[number]

export function stateAt(now: Date, { status, starts, ends, confirmed_at }: PerimeterFields): State {
  if (status === 'suspended' || status === 'lifted') return status
  if (now < new Date(starts)) return 'planned'
  if (now > new Date(ends)) return 'overdue'
  return confirmed_at ? 'active' : 'unconfirmed'
}
