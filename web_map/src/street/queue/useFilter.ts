/** Which tasks are shown, as the URL has it: `part=queue/KIND/COMMUNITY`. */
import { changeView, useView } from '../../state/useView'

export interface Filter {
  kind: string
  community: number | null
}

const ALL = 'all'

export function useFilter(): [Filter, (change: Partial<Filter>) => void] {
  const [, kind = ALL, community] = useView().part.split('/')
  const filter = { kind: kind === ALL ? '' : kind, community: Number(community) || null }
  const change = (changed: Partial<Filter>) =>
    changeView({ part: partOf({ ...filter, ...changed }) })
  return [filter, change]
}

/** The first page of the desk is the queue: without a filter it needs no name. */
export function partOf({ kind, community }: Filter): string {
  return kind || community ? ['queue', kind || ALL, community ?? []].flat().join('/') : ''
}
