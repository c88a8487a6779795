/** Duty, material and reception of a site: what there is, what is missing, and one more of each. */
import { useDeskWords } from '../../text/useDeskWords'
import { useTerm } from '../../text/useWords'
import desk from '../desk.module.css'
import { useOfSite } from '../items'
import { DAY_MS, gaps, type Shift } from '../roster'
import { useTimes } from '../useTimes'
import { KINDS, type Kind } from './kinds'

export function Upkeep({ site, add }: { site: number; add: (kind: Kind) => void }) {
  const words = useDeskWords()
  const adding = {
    duty_shifts: words.addShift,
    material_storage: words.addStorage,
    reception_points: words.addReception,
    passages: words.addPassage,
  }
  return (
    <>
      <h3>{words.more}</h3>
      <Roster site={site} />
      <Places site={site} />
      <div className={desk.actions}>
        {KINDS.map((kind) => (
          <button key={kind.layer} type="button" onClick={() => add(kind)}>
            {adding[kind.layer]}
          </button>
        ))}
      </div>
    </>
  )
}

function Roster({ site }: { site: number }) {
  const words = useDeskWords()
  const times = useTimes()
  const { data } = useOfSite<Shift, null>('duty_shifts', site)
  if (!data) return null
  const now = new Date()
  const found = gaps(
    data.map(({ properties }) => properties),
    now,
    new Date(now.getTime() + DAY_MS),
  )
  if (found.length === 0)
    return (
      <p className={desk.note} data-kind="good">
        {words.rosterFull}
      </p>
    )
  return (
    <ul className={desk.note} data-kind="danger" aria-label={words.roster}>
      {found.map(({ from, to }) => (
        <li key={from.getTime()}>
          {words.gap(times.moment(from.toISOString()), times.moment(to.toISOString()))}
        </li>
      ))}
    </ul>
  )
}

function Places({ site }: { site: number }) {
  const words = useDeskWords()
  const term = useTerm()
  const storage = useOfSite<{ name: string; material: string }>('material_storage', site)
  const passages = useOfSite<{ name: string; covered: boolean }>('passages', site)
  const reception = useOfSite<{ name: string; hours: string }>('reception_points', site)
  return (
    <dl className={desk.facts}>
      <dt>{words.storage}</dt>
      <dd>
        {storage.data
          ?.map(
            ({ properties: { name, material } }) =>
              `${name} (${term('material_storage', 'material', material)})`,
          )
          .join(', ') || words.none}
      </dd>
      <dt>{words.passages}</dt>
      <dd>{passages.data?.map(({ properties: { name } }) => name).join(', ') || words.none}</dd>
      <dt>{words.reception}</dt>
      <dd>{reception.data?.map(({ properties: { name } }) => name).join(', ') || words.none}</dd>
    </dl>
  )
}
