/** Which entries go next, as the service reads them, and what it said of each. */
import type { Entered, Paper } from '../../../api/schema.gen'
import type { Entry, Refusals } from './entry'

const MOST = 100

/** One of each household, so that sending them again after a lost answer changes nothing. */
export function batchOf(entries: readonly Entry[]): Entry[] {
  const seen = new Set<number>()
  const waiting = entries.filter(({ household, state }) => {
    if (state !== 'waiting' || seen.has(household)) return false
    seen.add(household)
    return true
  })
  return waiting.slice(0, MOST)
}

export function paperOf({ room, building, answer, scan, reason, withdrawn }: Entry): Paper {
  return { room, building, answer, scan, reason, withdrawn }
}

export function refusalsOf(batch: readonly Entry[], { refused }: Entered): Refusals {
  return Object.fromEntries(
    refused.flatMap(({ row, message }) => {
      const entry = batch[row]
      return entry ? [[entry.key, message]] : []
    }),
  )
}

/** What has not reached the service. */
export function unsent(entries: readonly Entry[]): Entry[] {
  return entries.filter(({ state }) => state !== 'sent')
}
