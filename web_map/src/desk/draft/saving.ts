/** What is written when a draft is saved or published. */
import type { Draft, Write } from '../keeping/database'
import { planned } from '../keeping/queue'

export function writesFor(draft: Draft, visibility: 'draft' | 'published' | null): Write[] {
  const { owner, site, area, id, version, fields } = draft
  const label = fields.reason ?? ''
  const shown = visibility === null ? {} : { visibility }
  const properties = id === null ? { ...fields, site, status: 'planned' } : changed(draft)
  const perimeter = planned(owner, {
    method: id === null ? 'POST' : 'PATCH',
    layer: 'warning_perimeters',
    id,
    version,
    label,
    body: { ...shown, geometry: draft.shape, properties },
    seen: draft.seen,
  })
  if (id !== null || !area) return [perimeter]
  const work = planned(owner, {
    method: 'POST',
    layer: 'work_areas',
    id: null,
    version: null,
    label,
    body: {
      ...shown,
      geometry: area,
      properties: {
        site,
        name: label,
        kind: fields.kind,
        working_height_m: fields.working_height_m,
        starts: fields.starts,
        ends: fields.ends,
      },
    },
  })
  return [
    work,
    { ...perimeter, at: work.at + 1, fills: { write: work.key, property: 'work_area' } },
  ]
}

/** What I changed and no more: the rest may have been changed by others. */
function changed({ fields, seen }: Draft): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => value !== seen?.properties?.[name]),
  )
}
