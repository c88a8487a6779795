/** Features of a layer as staff read and write them: those of one's scope bear a version. */
import type { Feature, FeatureCollection, Geometry } from 'geojson'
import { ask, get, tell } from './client'

export interface Item<
  P = Record<string, unknown>,
  G extends Geometry | null = Geometry,
> extends Feature<G, P> {
  id: number
  version?: number
  visibility?: 'draft' | 'published'
}

/** A row of a ledger: no shape, only words and figures. */
export type Row = Item<Record<string, unknown>, null>

export type Visibility = NonNullable<Item['visibility']>

export interface Change {
  properties?: Record<string, unknown>
  visibility?: Visibility
}

const MOST = 5000

export async function items<T>(layer: string, query: object = {}): Promise<T[]> {
  const page = await get<FeatureCollection>(addressOf(layer), { ...query, limit: MOST })
  return page.features as unknown as T[]
}

export const readItem = <T>(layer: string, id: number) => get<T>(addressOf(layer, id))

export const addRow = (layer: string, row: Change) =>
  tell<Row>('POST', addressOf(layer), { type: 'Feature', geometry: null, ...row })

/** Refused with 412 when somebody else changed the row since it was read. */
export const changeRow = (layer: string, row: Pick<Row, 'id' | 'version'>, change: Change) =>
  tell<Row>('PATCH', addressOf(layer, row.id), change, {
    'Content-Type': 'application/merge-patch+json',
    'If-Match': tag(layer, row),
  })

export async function deleteRow(layer: string, row: Pick<Row, 'id' | 'version'>): Promise<void> {
  await ask(addressOf(layer, row.id), {
    method: 'DELETE',
    headers: { 'If-Match': tag(layer, row) },
  })
}

/** An ETag that names a version: what If-Match asks for. */
export function tag(layer: string, { id, version }: { id: number; version?: number }): string {
  return `"${layer}.${id}.${version ?? 0}"`
}

function addressOf(layer: string, id?: number): string {
  const all = `/api/collections/${layer}/items`
  return id === undefined ? all : `${all}/${id}`
}
