/** What the next gate still lacks of one ledger, told at the head of it. */
import staff from '../../../staff/staff.module.css'
import { useCommunityWords } from '../../../text/useCommunityWords'
import styles from './gates.module.css'
import { MissingItems } from './Items'
import { useLacking } from './standing'

export function Lacking({ community, layer }: { community: number; layer: string }) {
  const words = useCommunityWords()
  const items = useLacking(community).filter((item) => item.layer === layer)
  if (items.length === 0) return null
  return (
    <section className={styles.lacking} aria-label={words.gateLacks}>
      <strong className={staff.wrong}>{words.gateLacks}</strong>
      <MissingItems items={items} />
    </section>
  )
}
