/** Entries that are not yet sent outlive a reload, in this tab alone: they say how people voted. */
import { unsent } from './batch'
import type { Entry } from './entry'

const keyOf = (vote: number) => `ballots-${vote}`

export function keepEntries(vote: number, entries: readonly Entry[]): void {
  const left = unsent(entries)
  if (left.length > 0) sessionStorage.setItem(keyOf(vote), JSON.stringify(left))
  else sessionStorage.removeItem(keyOf(vote))
}

export function keptEntries(vote: number): Entry[] {
  const kept = sessionStorage.getItem(keyOf(vote))
  if (kept === null) return []
  return (JSON.parse(kept) as Entry[]).map((entry) =>
    entry.state === 'sending' ? { ...entry, state: 'waiting' } : entry,
  )
}
