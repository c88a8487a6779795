/** What a gate misses, and the place in the workspace where it is supplied. */
import type { MissingTold } from '../../../api/schema.gen'
import { GATES, ledgerPart, NEW } from '../place'

/** Layers with a page of their own, by the name of its part. */
export const PAGES: Readonly<Record<string, string>> = {
  decisions: 'votes',
  publicity: 'publicity',
  comments: 'publicity',
  stage_changes: GATES,
}

/** Items that begin at the table, because it shows which row is wanting, or offers the next. */
export const AT_THE_TABLE: readonly string[] = [
  'acceptance.failed',
  'checks.none',
  'checks.unfinished',
]

/** What the form of a new row begins with. */
export const BEGINS: Readonly<Record<string, readonly [field: string, value: string]>> = {
  'acceptance.households': ['part', 'exclusive'],
  'acceptance.common': ['part', 'common'],
  'survey.visit': ['channel', 'visit'],
  'survey.form': ['channel', 'form'],
}

type Wanted = Pick<MissingTold, 'code' | 'layer' | 'field' | 'row'>

export function placeOf({ code, layer, field, row }: Wanted): string {
  const page = PAGES[layer]
  if (page) return row === null ? page : `${page}/${row}`
  if (AT_THE_TABLE.includes(code)) return ledgerPart(layer)
  if (row !== null) return ledgerPart(layer, row, field ?? '')
  return ledgerPart(layer, NEW, ...(BEGINS[code] ?? [field ?? '']))
}
