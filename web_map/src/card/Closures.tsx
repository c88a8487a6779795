/** 今天注意: what is closed off today, and how far it is from the reader's own doors. */
import { addressOfFile } from '../api/attachments'
import type { Card, Closure, DoorDistance } from '../api/schema.gen'
import { useFormats } from '../format/useFormats'
import { Icon } from '../icons/Icon'
import { changeView, useView } from '../state/useView'
import { useTerm, useWords } from '../text/useWords'
import styles from './card.module.css'
import closures from './closures.module.css'
import { Section } from './Section'
import { StillThere } from './StillThere'

const DOORS_SHOWN = 4
/** Nearer than a survey can tell. */
const TOUCHING_M = 0.5

export function Closures({ card }: { card: Card }) {
  const words = useWords()
  const { building } = useView()
  return (
    <Section title={words.today} empty={card.closures.length === 0 && words.noClosures}>
      {card.buildings.length > 0 && (
        <label className={closures.building}>
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
      <ul className={closures.closures}>
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
      <p className={closures.closureHead}>
        <Icon name="alert" />
        <strong>{closure.reason || kind}</strong>
        <span className={closures.state}>{words.closureState[closure.state] ?? closure.state}</span>
      </p>
      <p className={styles.soft}>{formats.span(closure.starts, closure.ends)}</p>
      <Doors closure={closure} building={building} />
      {closure.sign_photo && (
        <a className={closures.sign} href={addressOfFile(closure.sign_photo)} target="_blank">
          <img
            src={addressOfFile(closure.sign_photo, 'small')}
            alt={words.signOf(closure.reason || kind)}
            loading="lazy"
          />
        </a>
      )}
      <StillThere closure={closure} />
    </>
  )
}

/** The doors of the reader's own building, or else the nearest door of all. */
function Doors({ closure, building }: { closure: Closure; building: number | null }) {
  const words = useWords()
  const formats = useFormats()
  const distance = ({ distance_m: metres }: DoorDistance) => formats.distance(metres)
  const touches = ({ distance_m: metres }: DoorDistance) => metres < TOUCHING_M
  const [nearest] = closure.doors
  if (building === null)
    return (
      nearest && (
        <p>
          {touches(nearest)
            ? words.atDoor(nearest.door)
            : words.nearestDoor(nearest.door, distance(nearest))}
        </p>
      )
    )
  const mine = closure.doors.filter((door) => door.building === building).slice(0, DOORS_SHOWN)
  if (mine.length === 0) return <p>{words.doorFar}</p>
  return (
    <ul className={closures.doors}>
      {mine.map((door) => (
        <li key={door.door}>
          {touches(door) ? words.atDoor(door.door) : words.toDoor(door.door, distance(door))}
        </li>
      ))}
    </ul>
  )
}
