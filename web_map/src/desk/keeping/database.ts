/** What is kept on the device: unfinished drafts, and writes that the service has not taken yet. */
import { openDB, type DBSchema } from 'idb'
import type { Polygon } from 'geojson'
import type { Told } from '../../api/client'
import type { PerimeterFields } from '../items'

/** A perimeter that is being drawn. `id` and `version` when it changes one that stands. */
export interface Draft {
  key: string
  owner: string
  site: number
  id: number | null
  version: number | null
  area: Polygon | null
  shape: Polygon | null
  fields: Partial<PerimeterFields>
  /** What stands, as it was before. */
  seen: Body | null
}

/** A request to come. `fills` is a property that takes the id which another write is given. */
export interface Write {
  key: string
  owner: string
  at: number
  method: 'POST' | 'PATCH' | 'DELETE'
  layer: string
  id: number | null
  version: number | null
  body: Body | null
  /** An attached file goes by itself, and has no body. */
  file?: Blob
  label: string
  /** The feature as it was seen when it was changed: what others did since is told from it. */
  seen: Body | null
  fills: { write: string; property: string } | null
  state: 'waiting' | 'refused' | 'conflict'
  told: (Told & { message: string }) | null
}

export interface Body {
  geometry?: unknown
  properties?: Record<string, unknown>
  visibility?: 'draft' | 'published'
}

interface Kept extends DBSchema {
  drafts: { key: string; value: Draft }
  writes: { key: string; value: Write }
}

const opened = openDB<Kept>('onemap-desk', 1, {
  upgrade(database) {
    database.createObjectStore('drafts', { keyPath: 'key' })
    database.createObjectStore('writes', { keyPath: 'key' })
  },
})

export async function draftOf(owner: string, site: number): Promise<Draft | null> {
  const all = await (await opened).getAll('drafts')
  return all.find((draft) => draft.owner === owner && draft.site === site) ?? null
}

export async function keepDraft(draft: Draft): Promise<void> {
  await (await opened).put('drafts', draft)
}

export async function dropDraft(key: string): Promise<void> {
  await (await opened).delete('drafts', key)
}

/** In the order in which they were meant. */
export async function writesOf(owner: string): Promise<Write[]> {
  const all = await (await opened).getAll('writes')
  return all.filter((write) => write.owner === owner).sort((a, b) => a.at - b.at)
}

export async function keepWrite(write: Write): Promise<void> {
  await (await opened).put('writes', write)
}

export async function dropWrite(key: string): Promise<void> {
  await (await opened).delete('writes', key)
}
