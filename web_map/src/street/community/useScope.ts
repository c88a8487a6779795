/** Whether a community is in the reader's area, and what they may do with a ledger of it. */
import { useQuery } from '@tanstack/react-query'
import { readItem, type Item } from '../../api/items'
import { useSession } from '../../api/queries'
import type { CommunityRow, Rights } from '../../api/schema.gen'

const LOOKS: Rights = { read: true, internal: false, create: false, edit: false, publish: false }
const COMMUNITIES = 'communities'

type Fields = Pick<CommunityRow, 'name' | 'stage' | 'phase'>

/** As its own row: the public's card knows nothing of one that is not published yet. */
export function useCommunityRow(community: number | null) {
  return useQuery({
    queryKey: ['items', COMMUNITIES, community],
    queryFn: () => readItem<Item<Fields>>(COMMUNITIES, community ?? 0),
    enabled: community !== null,
  })
}

/** Rows of one's own area bear a version. Undefined until it is known. */
export function useIsMine(community: number): boolean | undefined {
  const { data, error } = useCommunityRow(community)
  return error ? false : data && data.version !== undefined
}

export function useRights(community: number, layer: string): Rights | undefined {
  const isMine = useIsMine(community)
  const rights = useSession().data?.layers[layer]
  return isMine === undefined ? undefined : isMine ? rights : LOOKS
}
