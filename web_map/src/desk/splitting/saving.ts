/** What is written when a shape is split: a draft of each piece, with all that was said of the whole. */
import type { Polygon } from 'geojson'
import type { Item } from '../../api/items'
import type { Write } from '../keeping/database'
import { planned } from '../keeping/queue'

/** What may be split, and the attribute that people know it by. */
export const NAMED = { warning_perimeters: 'reason', work_areas: 'name' } as const
export type Splittable = keyof typeof NAMED

export function writesOf(
  owner: string,
  layer: Splittable,
  whole: Item<object, Polygon>,
  parts: Polygon[],
): Write[] {
  const properties: Record<string, unknown> = { ...whole.properties }
  const said = properties[NAMED[layer]]
  const name = typeof said === 'string' ? said : ''
  const drafts = parts.map((geometry, n) => {
    const label = `${name} ${n + 1}/${parts.length}`
    return planned(owner, {
      method: 'POST',
      layer,
      id: null,
      version: null,
      label,
      body: {
        geometry,
        properties: { ...properties, [NAMED[layer]]: label },
        visibility: 'draft',
      },
    })
  })
  if (whole.visibility !== 'draft') return drafts
  // A draft is in nobody's eyes yet: its pieces take its place.
  const gone = planned(owner, {
    method: 'DELETE',
    layer,
    id: whole.id,
    version: whole.version ?? null,
    label: name,
    body: null,
    seen: { geometry: whole.geometry, properties },
  })
  return [...drafts, gone].map((write, n) => ({ ...write, at: gone.at + n }))
}
