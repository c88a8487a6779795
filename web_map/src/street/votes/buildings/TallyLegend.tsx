/** What the colours mean, and how many buildings have each. */
import type { BuildingTally } from '../../../api/schema.gen'
import { useVotesWords } from '../../../text/useVotesWords'
import { classOf } from '../shares'
import styles from './buildings.module.css'
import { RAMP } from './colors'

export function TallyLegend({ tallies }: { tallies: BuildingTally[] }) {
  const words = useVotesWords()
  const counts = tallies.map(classOf)
  const of = (wanted: number | null) => counts.filter((each) => each === wanted).length
  return (
    <ul className={styles.legend} aria-label={words.lowest}>
      <li>
        <i data-none />
        {words.nothing} <b>{of(null)}</b>
      </li>
      {RAMP.map((color, at) => (
        <li key={color}>
          <i style={{ background: color }} />
          {words.classes[at]} <b>{of(at)}</b>
        </li>
      ))}
    </ul>
  )
}
