/** Reports that are sent without an account, and followed by the code that their sender got. */
import type { FeatureCollection, Point } from 'geojson'
import { ask, get, tell } from '../api/client'
import { boxAround, isAlike, NEAR_M, recentFrom, type Placed, type Position } from './alike'

const ADDRESS = '/api/collections/reports/submissions'
const KEY = 'onemap.reports'
const MOST = 200

export interface Sent {
  community: number
  category: string
  text: string
  contact: string
  private: boolean
  position: Position | null
  photo: Blob | null
}

export interface Told {
  visibility: 'draft' | 'published'
  facts: {
    category: string
    text: string
    status: string
    reply: string
    reopened_at: string | null
    hidden_reason: string
  }
}

export interface Known {
  id: number
  text: string
  status: string
  reply: string
}

export async function send({ position, photo, ...properties }: Sent): Promise<string> {
  const feature = {
    type: 'Feature',
    geometry: position && { type: 'Point', coordinates: position },
    properties,
  }
  const { code } = photo
    ? await withPhoto(feature, photo)
    : await tell<Receipt>('POST', ADDRESS, feature)
  remember(code)
  return code
}

export const told = (code: string) => tell<Told>('POST', `${ADDRESS}/status`, { code })

export const reopen = (code: string, reason: string) =>
  tell<Told>('POST', `${ADDRESS}/reopen`, { code, reason })

/** What the public already sees of the same kind: near the place, or else in the community. */
export async function known(
  community: number,
  category: string,
  position: Position | null,
  now = new Date(),
): Promise<Known[]> {
  const found = await get<FeatureCollection<Point | null, Omit<Placed, 'position'> & Known>>(
    '/api/collections/reports/items',
    {
      ...(position ? { bbox: boxAround(position, NEAR_M).join(',') } : { community }),
      category,
      filter: `reported_at >= TIMESTAMP('${recentFrom(now).toISOString()}')`,
      limit: MOST,
    },
  )
  const mine = { community, category, reported_at: now.toISOString(), position }
  return found.features
    .filter(({ geometry, properties }) =>
      isAlike(mine, { ...properties, position: position && placeOf(geometry) }),
    )
    .map(({ id, properties }) => ({ ...properties, id: Number(id) }))
}

interface Receipt {
  code: string
}

async function withPhoto(feature: object, photo: Blob): Promise<Receipt> {
  const body = new FormData()
  body.append('feature', JSON.stringify(feature))
  body.append('file', photo, 'photo')
  return (await (await ask(ADDRESS, { method: 'POST', body })).json()) as Receipt
}

function placeOf(geometry: Point | null): Position | null {
  return geometry && [geometry.coordinates[0] ?? 0, geometry.coordinates[1] ?? 0]
}

/** Codes that were given to this device, newest first. */
export function remembered(): string[] {
  const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
  return Array.isArray(kept) ? kept.filter((code) => typeof code === 'string') : []
}

function remember(code: string): void {
  localStorage.setItem(KEY, JSON.stringify([code, ...remembered()].slice(0, 20)))
}
