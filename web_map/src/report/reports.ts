/** Reports that are sent without an account, and followed by the code that their sender got. */
import { ask, get } from '../api/client'

const ADDRESS = '/api/collections/reports/submissions'
const KEY = 'onemap.reports'

export interface Sent {
  community: number
  category: string
  text: string
  contact: string
  position: [number, number] | null
}

export interface Told {
  visibility: 'draft' | 'published'
  facts: {
    category: string
    text: string
    status: string
    reply: string
    reopened_at: string | null
  }
}

export async function send({ position, ...properties }: Sent): Promise<string> {
  const { code } = await post<{ code: string }>('', {
    type: 'Feature',
    geometry: position && { type: 'Point', coordinates: position },
    properties,
  })
  remember(code)
  return code
}

export const told = (code: string) => post<Told>('/status', { code })

export const reopen = (code: string, reason: string) => post<Told>('/reopen', { code, reason })

/** How many of a kind the public already sees there. */
export async function known(community: number, category: string): Promise<number> {
  const query = { community, category, limit: 50 }
  const found = await get<{ features: unknown[] }>('/api/collections/reports/items', query)
  return found.features.length
}

async function post<T>(path: string, body: object): Promise<T> {
  const response = await ask(`${ADDRESS}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  return (await response.json()) as T
}

/** Codes that were given to this device, newest first. */
export function remembered(): string[] {
  const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
  return Array.isArray(kept) ? kept.filter((code) => typeof code === 'string') : []
}

function remember(code: string): void {
  localStorage.setItem(KEY, JSON.stringify([code, ...remembered()].slice(0, 20)))
}
