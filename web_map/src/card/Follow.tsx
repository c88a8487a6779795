/** Feeds of what happens here: this community, its street, the ground around it. */
import type { CommunityRow } from '../api/schema.gen'
import { useView } from '../state/useView'
import { useWords } from '../text/useWords'
import styles from './card.module.css'

const AROUND_M = 500

export function Follow({ community }: { community: CommunityRow }) {
  const words = useWords()
  const { language } = useView()
  const { id, name, division, division_name, bbox } = community
  const feeds = [
    { title: words.followCommunity(name), query: `community=${id}` },
    { title: words.followArea(division_name), query: `division=${division}` },
    ...(bbox ? [{ title: words.followAround, query: `circle=${middle(bbox)},${AROUND_M}` }] : []),
  ]
  return (
    <div className={styles.follow}>
      <p>{words.followHint}</p>
      <ul>
        {feeds.map(({ title, query }) => (
          <li key={query}>
            <a href={`/api/feeds/atom?${query}&lang=${language}`} type="application/atom+xml">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

function middle([west, south, east, north]: [number, number, number, number]): string {
  return `${((west + east) / 2).toFixed(5)},${((south + north) / 2).toFixed(5)}`
}
