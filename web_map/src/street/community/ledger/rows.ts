/** Rows of a community's ledgers, and the names by which rows are known elsewhere. */
import type { RJSFSchema } from '@rjsf/utils'
import {
  queryOptions,
  useQueries,
  useQuery,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query'
import { items, type Row } from '../../../api/items'
import { propertyOf, type Choice, type Choices } from '../../../forms/fields'
import { schemaOptions } from '../../../forms/schema'
import { useView } from '../../../state/useView'
import type { Language } from '../../../state/view'
import { COMMUNITY, OWNERS } from './owners'

const MINUTE = 60_000

export const rowsOptions = (client: QueryClient, layer: string, community: number) =>
  queryOptions({
    queryKey: ['items', layer, 'of', community],
    queryFn: () => rowsOf(client, layer, community),
    staleTime: MINUTE,
  })

export function useRows(layer: string, community: number) {
  return useQuery(rowsOptions(useQueryClient(), layer, community))
}

async function rowsOf(client: QueryClient, layer: string, community: number): Promise<Row[]> {
  const owner = OWNERS[layer]
  if (!owner) return items<Row>(layer, { [COMMUNITY]: community })
  const owners = await client.query(rowsOptions(client, owner.layer, community))
  if (owners.length === 0) return []
  const ids = owners.map(({ id }) => id).join(',')
  return items<Row>(layer, { filter: `${owner.field} IN (${ids})` })
}

/** For each field that names rows of another layer, those of this community by name. */
export function useChoices(
  schema: RJSFSchema | undefined,
  fields: readonly string[],
  community: number,
): Choices {
  const { language } = useView()
  const client = useQueryClient()
  const named = fields.flatMap((field) => {
    const layer = schema && propertyOf(schema, field)?.['x-ogc-collectionId']
    return layer && field !== COMMUNITY ? [{ field, layer }] : []
  })
  return useQueries({
    queries: named.map(({ layer }) => ({
      queryKey: ['names', layer, community, language],
      queryFn: () => namesOf(client, layer, community, language),
      staleTime: MINUTE,
    })),
    combine: (found) =>
      Object.fromEntries(named.map(({ field }, index) => [field, found[index]?.data])),
  })
}

async function namesOf(
  client: QueryClient,
  layer: string,
  community: number,
  language: Language,
): Promise<Choice[]> {
  const [schema, rows] = await Promise.all([
    client.query(schemaOptions(layer, language)),
    client.query(rowsOptions(client, layer, community)),
  ])
  return choicesOf(rows, schema['x-onemap-name'] as string | undefined)
}

const ORDER = new Intl.Collator('zh-CN', { numeric: true })

/** A name that several rows bear is told apart by their number. */
export function choicesOf(rows: Row[], by: string | undefined): Choice[] {
  const named = rows.map(({ id, properties }) => {
    const name = by && properties[by]
    return { id, name: typeof name === 'string' && name ? name : `#${id}` }
  })
  const count = new Map<string, number>()
  for (const { name } of named) count.set(name, (count.get(name) ?? 0) + 1)
  return named
    .map(({ id, name }) => ({ id, name: count.get(name) === 1 ? name : `${name} #${id}` }))
    .sort((a, b) => ORDER.compare(a.name, b.name))
}

/** By one attribute, names and numbers as people order them; `-` puts the last first. */
export function sorted(rows: Row[], by: string): Row[] {
  const last = by.startsWith('-')
  const name = last ? by.slice(1) : by
  const told = (row: Row) => textOf(row.properties[name])
  return [...rows].sort((a, b) => ORDER.compare(told(a), told(b)) * (last ? -1 : 1))
}

/** Rows that say the same of one attribute, in the order in which they stand. */
export function grouped(rows: Row[], by: string | undefined): { key: string; rows: Row[] }[] {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const key = by ? textOf(row.properties[by]) : ''
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups].map(([key, members]) => ({ key, rows: members }))
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? '')
}
