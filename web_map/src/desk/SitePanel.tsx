/** A site at rest: its perimeters, what asks for attention first, and the button to draw. */
import { IconButton } from '../parts/IconButton'
import { Empty } from '../parts/States'
import { changeView } from '../state/useView'
import { useDeskWords } from '../text/useDeskWords'
import { useTimes } from './useTimes'
import styles from './desk.module.css'
import type { Perimeter, Site } from './items'
import { NewerNotice } from './offline/NewerNotice'
import type { Fly } from './keeping/Refused'
import { QueueNotice } from './keeping/QueueNotice'
import { StateChip } from './perimeter/StateChips'
import { stateAt, STATES } from './perimeter/state'
import { useSightings } from './perimeter/useSightings'
import type { Kind } from './upkeep/kinds'
import { Upkeep } from './upkeep/Upkeep'

interface Props {
  site: Site
  owner: string
  fly: Fly
  perimeters: Perimeter[]
  choose: (id: number) => void
  begin: () => void
  add: (kind: Kind) => void
}

export function SitePanel({ site, owner, fly, perimeters, choose, begin, add }: Props) {
  const words = useDeskWords()
  const times = useTimes()
  const sightings = useSightings(site.properties.community)
  const now = new Date()
  const order = (each: Perimeter) => STATES.indexOf(stateAt(now, each.properties))
  const sorted = perimeters
    .filter(({ properties }) => properties.status !== 'lifted')
    .sort((a, b) => order(a) - order(b))
  return (
    <section className={styles.panel} aria-label={site.properties.name}>
      <div className={styles.head}>
        <IconButton icon="back" label={words.back} onClick={() => changeView({ site: null })} />
        <h2>{site.properties.name}</h2>
      </div>
      <NewerNotice />
      <QueueNotice owner={owner} fly={fly} />
      <button type="button" className={styles.main} onClick={begin}>
        {words.drawArea}
      </button>
      {sorted.length === 0 && <Empty title={words.noPerimeters} hint={words.noPerimetersHint} />}
      <ul className={styles.list} aria-label={words.perimeters}>
        {sorted.map(({ id, properties, visibility }) => {
          const state = stateAt(now, properties)
          const { gone } = sightings(id)
          return (
            <li key={id}>
              <button type="button" onClick={() => choose(id)}>
                <strong>{properties.reason}</strong>
                <span>{times.span(properties.starts, properties.ends)}</span>
                <span>
                  {visibility === 'draft' ? (
                    <StateChip state="lifted" says={words.draft} />
                  ) : (
                    <StateChip state={state} says={words.state[state]} />
                  )}{' '}
                  {gone > 0 && <StateChip state="unconfirmed" says={words.saidGone(gone)} />}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
      <Upkeep site={site.id} add={add} />
    </section>
  )
}
