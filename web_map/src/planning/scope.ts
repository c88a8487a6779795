/** Where candidates lie: in a division, in a shape that was drawn, or both. The service hears it
 * as a CQL2 filter, so that ranking, choice and export concern the same communities. */
import type { Polygon } from 'geojson'

export interface Scope {
  /** Code of a county or a street; everything when empty. */
  division: string
  ground: Polygon | null
}

/** CQL2 as JSON. */
export type Filter = Record<string, unknown>

export const WHOLE: Scope = { division: '', ground: null }

export function filterOf({ division, ground }: Scope): Filter | null {
  const parts = [
    ...(division ? [{ op: 'like', args: [{ property: 'division' }, `${division}%`] }] : []),
    ...(ground ? [{ op: 's_intersects', args: [{ property: 'geometry' }, ground] }] : []),
  ]
  return parts.length > 1 ? { op: 'and', args: parts } : (parts[0] ?? null)
}

/** The scope of a filter that `filterOf` made; what else a filter says, the desk cannot show. */
export function scopeOf(filter: unknown): Scope {
  if (!isOperation(filter)) return WHOLE
  const { op, args } = filter
  if (op === 'and')
    return args.map(scopeOf).reduce(
      (whole, part) => ({
        division: whole.division || part.division,
        ground: whole.ground ?? part.ground,
      }),
      WHOLE,
    )
  const last = args.at(-1)
  if (op === 'like' && typeof last === 'string') return { ...WHOLE, division: last.slice(0, -1) }
  if (op === 's_intersects') return { ...WHOLE, ground: last as Polygon }
  return WHOLE
}

function isOperation(filter: unknown): filter is { op: string; args: unknown[] } {
  return typeof filter === 'object' && filter !== null && 'op' in filter && 'args' in filter
}
