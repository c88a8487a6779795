/** The order of the table's rows. Pure. */
import type { PerformanceRow } from '../api/schema.gen'
import { POINTS } from './question'
import { shareOf } from './classes'

export const PLACE = 'place'
export const COMMUNITIES = 'communities'

export interface Order {
  column: string
  down: boolean
}

/** The page's own first sort is none of this table: it begins with the lowest score. */
export function orderOf(sort: string): Order {
  const column = sort.replace(/^-/, '')
  return column === 'name' ? { column: POINTS, down: false } : { column, down: sort !== column }
}

/** A column asked for again turns round. */
export function sortBy(column: string, order: Order): string {
  const down = order.column === column && !order.down
  return down ? `-${column}` : column
}

/** What has no value comes last, whichever way round. */
export function sorted(rows: PerformanceRow[], { column, down }: Order, language: string) {
  const value = valueIn(column)
  const names = new Intl.Collator(language === 'en' ? 'en' : 'zh-CN')
  const turn = down ? -1 : 1
  return [...rows].sort((a, b) => {
    if (column === PLACE) return turn * names.compare(a.name, b.name)
    const [one, other] = [value(a), value(b)]
    if (one === null || other === null) return Number(one === null) - Number(other === null)
    return turn * (one - other) || names.compare(a.name, b.name)
  })
}

function valueIn(column: string): (row: PerformanceRow) => number | null {
  if (column === COMMUNITIES) return (row) => row.communities
  if (column === POINTS) return (row) => row.low
  return (row) => shareOf(row, column)
}
