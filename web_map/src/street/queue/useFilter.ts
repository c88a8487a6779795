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
  const change = (changed: Partial<Filter>) => {
    const next = { ...filter, ...changed }
    const steps = ['queue', next.kind || ALL, next.community]
    changeView({ part: next.kind || next.community ? steps.filter(Boolean).join('/') : '' })
  }
  return [filter, change]
}
