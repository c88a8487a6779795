/** Whether a code can be used today, by the calendar of China. */
import type { About } from '../api/schema.gen'
import { dayInChina } from '../format/day'

export type Standing = 'open' | 'early' | 'over' | 'used'

export function standing({ used, starts, ends }: About, now = new Date()): Standing {
  const today = dayInChina(now)
  if (used) return 'used'
  if (starts !== null && today < starts) return 'early'
  return today > ends ? 'over' : 'open'
}
