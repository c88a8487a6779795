/** Whether a community is in the reader's area, and what they may do with a ledger of it. */
import { useCard, useSession } from '../../api/queries'
import type { Rights } from '../../api/schema.gen'

const LOOKS: Rights = { read: true, internal: false, create: false, edit: false, publish: false }

/** Undefined until it is known. */
export function useIsMine(community: number): boolean | undefined {
  const areas = useSession().data?.areas
  const division = useCard(community).data?.community.division
  return division === undefined || !areas
    ? undefined
    : areas.some((area) => division.startsWith(area))
}

export function useRights(community: number, layer: string): Rights | undefined {
  const isMine = useIsMine(community)
  const rights = useSession().data?.layers[layer]
  return isMine === undefined ? undefined : isMine ? rights : LOOKS
}
