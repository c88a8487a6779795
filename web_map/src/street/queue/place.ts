/** Where a task is done: a part of the desk at its row, a form of its layer, or the site desk. */
import type { TaskTold } from '../../api/schema.gen'
import type { View } from '../../state/view'
import { ledgerPart, NEW } from '../community/place'
import { PARTS } from '../parts'

export function placeOf(task: TaskTold): Partial<View> {
  const { community, part, row, site } = task
  if (part === 'site') return { desk: 'site', community: null, part: `perimeter/${row}`, site }
  const own = PARTS[part.split('/')[0] ?? '']
  if (!own || part === 'ledger') return { desk: 'street', community, part: form(task) }
  return {
    desk: 'street',
    community: own.of === 'area' ? null : community,
    // The rows of a gate's checklist are its own.
    part: part === 'gates' || row === null ? part : `${part}/${row}`,
  }
}

/** Of what is to be added for a site, the form begins with the site. */
function form({ layer, row, field, site }: TaskTold): string {
  if (row !== null) return ledgerPart(layer, row, field ?? '')
  return field === 'site' && site !== null
    ? ledgerPart(layer, NEW, field, String(site))
    : ledgerPart(layer)
}
