/** Says that a community lies beyond the reader's area, where only what is public is seen. */
import staff from '../../staff/staff.module.css'
import { useCommunityWords } from '../../text/useCommunityWords'
import { useIsMine } from './useScope'

export function Elsewhere({ community }: { community: number }) {
  const words = useCommunityWords()
  if (useIsMine(community) !== false) return null
  return (
    <p className={staff.note} data-kind="warning">
      {words.elsewhere}
    </p>
  )
}
