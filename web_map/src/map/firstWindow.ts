/** Where the map opens: on the divisions that have communities, as near as holds them all. */
import type { QueryClient } from '@tanstack/react-query'
import { overviewOptions } from '../api/queries'
import type { DivisionTally } from '../api/schema.gen'
import { union, type Box } from './window'

/** More divisions than these are seen well enough from above. */
const FEW = 3
const COUNTY = 'county'

export async function firstWindow(client: QueryClient): Promise<Box | null> {
  let shown = await peopled(client)
  while (shown.length > 0 && shown.length <= FEW && shown[0]?.level !== COUNTY) {
    const parts = await Promise.all(shown.map(({ code }) => peopled(client, code)))
    if (!parts.flat().some(({ bbox }) => bbox)) break
    shown = parts.flat()
  }
  return union(shown.flatMap(({ bbox }) => (bbox ? [bbox] : [])))
}

async function peopled(client: QueryClient, within?: string): Promise<DivisionTally[]> {
  const { divisions } = await client.query(overviewOptions(within ? { within } : {}))
  return divisions.filter(({ communities }) => communities > 0)
}
