/** The versions of a row: who changed it, when, and what of it. */
import { queryOptions } from '@tanstack/react-query'
import { get } from '../../../api/client'
import type { Visibility } from '../../../api/items'

export interface Version {
  version: number
  operation: string
  at: string
  by: string
  visibility: Visibility
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

export const pastOptions = (layer: string, id: number) =>
  queryOptions({
    queryKey: ['items', layer, 'past', id],
    queryFn: async () =>
      (await get<{ versions: Version[] }>(`/api/collections/${layer}/items/${id}/history`))
        .versions,
  })

/** Attributes that a version changed; none of the first, which made them all. */
export function changedIn({ before, after }: Version): string[] {
  if (!before || !after) return []
  return Object.keys(after).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  )
}

/** Whether the public began or ceased to see the row. */
export function shownSince(version: Version, earlier: Version | undefined): Visibility | null {
  return earlier && earlier.visibility !== version.visibility ? version.visibility : null
}
