/** Entries that are not yet sent outlive a reload, in this tab alone: they say how people voted. */
import { unsent } from './batch'
import type { Entry } from './entry'

/** Another officer at the same machine must not send them as theirs. */
export interface Desk {
  vote: number
  officer: string
}

const keyOf = ({ vote, officer }: Desk) => `ballots-${vote}-${officer}`

export function keepEntries(desk: Desk, entries: readonly Entry[]): void {
  const left = unsent(entries)
  if (left.length > 0) sessionStorage.setItem(keyOf(desk), JSON.stringify(left))
  else sessionStorage.removeItem(keyOf(desk))
}

export function keptEntries(desk: Desk): Entry[] {
  const kept = sessionStorage.getItem(keyOf(desk))
  if (kept === null) return []
  return (JSON.parse(kept) as Entry[]).map((entry) =>
    entry.state === 'sending' ? { ...entry, state: 'waiting' } : entry,
  )
}
