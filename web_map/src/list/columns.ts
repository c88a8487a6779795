/** The columns of the table: the facts of a community, and which of them sort. */
import type { CommunityRow } from '../api/schema.gen'
import type { Formats } from '../format/formats'
import type { Words } from '../text/zh'

export type ColumnName = keyof Words['column']

export interface Column {
  name: ColumnName
  sorts: boolean
  /** Figures stand right, largest first. */
  figure: boolean
  say: (row: CommunityRow, formats: Formats, words: Words) => string
}

const orNone = (value: number | null, words: Words, say: (value: number) => string) =>
  value === null ? words.none : say(value)

/** The first column, in which the community's name is a link. */
export const NAME: Column = { name: 'name', sorts: true, figure: false, say: (row) => row.name }

/** The columns after it. */
export const COLUMNS: Column[] = [
  { name: 'division_name', sorts: false, figure: false, say: (row) => row.division_name },
  { name: 'stage', sorts: true, figure: false, say: () => '' },
  {
    name: 'progress',
    sorts: true,
    figure: true,
    say: (row, formats, words) => orNone(row.progress, words, formats.share),
  },
  {
    name: 'budget_cny',
    sorts: true,
    figure: true,
    say: (row, formats) => formats.money(row.budget_cny),
  },
  { name: 'gap_cny', sorts: true, figure: true, say: (row, formats) => formats.money(row.gap_cny) },
  { name: 'closures_today', sorts: true, figure: true, say: (row) => String(row.closures_today) },
  {
    name: 'households',
    sorts: true,
    figure: true,
    say: (row, _, words) => orNone(row.households, words, String),
  },
  {
    name: 'plan_year',
    sorts: true,
    figure: true,
    say: (row, _, words) => orNone(row.plan_year, words, String),
  },
]

/** A column asked for again turns round; a new one starts where it tells most. */
export function nextSort(sort: string, column: Column): string {
  const down = `-${column.name}`
  if (sort === column.name) return down
  if (sort === down) return column.name
  return column.figure ? down : column.name
}
