/** 今天注意: what is closed off today, and how far it is from the reader's own doors. */
import type { Card, Closure } from '../api/schema.gen'
import { useFormats } from '../format/useFormats'
import { Icon } from '../icons/Icon'
import { changeView, useView } from '../state/useView'
import { useTerm, useWords } from '../text/useWords'
import styles from './card.module.css'
import { Section } from './Section'

const DOORS_SHOWN = 3

export function Closures({ card }: { card: Card }) {
  const words = useWords()
  const { building } = useView()
  return (
    <Section title={words.today} empty={card.closures.length === 0 && words.noClosures}>
      {card.buildings.length > 0 && (
        <label className={styles.building}>
          <span>{words.yourBuilding}</span>
          <select
            value={building ?? ''}
            onChange={(event) => changeView({ building: Number(event.target.value) || null })}
          >
            <option value="">{words.chooseBuilding}</option>
            {card.buildings.map(({ id, number }) => (
              <option key={id} value={id}>
                {number}
              </option>
            ))}
          </select>
        </label>
      )}
      <ul className={styles.closures}>
        {card.closures.map((closure) => (
          <li key={closure.id} data-state={closure.state}>
            <ClosureFacts closure={closure} building={building} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function ClosureFacts({ closure, building }: { closure: Closure; building: number | null }) {
  const words = useWords()
  const formats = useFormats()
  const term = useTerm()
  const kind = term('work_areas', 'kind', closure.kind)
  return (
    <>
      <p className={styles.closureHead}>
        <Icon name="alert" />
        <strong>{closure.reason || kind}</strong>
        <span className={styles.state}>{words.closureState[closure.state] ?? closure.state}</span>
      </p>
      <p className={styles.soft}>{formats.span(closure.starts, closure.ends)}</p>
      <Doors closure={closure} building={building} />
    </>
  )
}

function Doors({ closure, building }: { closure: Closure; building: number | null }) {
  const words = useWords()
  const formats = useFormats()
  const mine = closure.doors.filter((door) => door.building === building).slice(0, DOORS_SHOWN)
  const nearest = closure.doors[0]
  if (building === null)
    return nearest ? (
      <p>
        {words.nearestDoor(
          nearest.building_number ?? '',
          nearest.door,
          formats.distance(nearest.distance_m),
        )}
      </p>
    ) : null
  if (mine.length === 0) return <p>{words.doorFar}</p>
  return (
    <ul className={styles.doors}>
      {mine.map((door) => (
        <li key={door.door}>{words.toDoor(door.door, formats.distance(door.distance_m))}</li>
      ))}
    </ul>
  )
}
