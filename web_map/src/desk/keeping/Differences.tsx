/** A table of what differs between two versions, in the layer's own words. */
import type { Geometry } from 'geojson'
import { useCatalogue } from '../../api/queries'
import { useDeskWords } from '../../text/useDeskWords'
import { useSay, useTerm } from '../../text/useWords'
import styles from '../perimeter/perimeter.module.css'
import { useTimes } from '../useTimes'
import type { Version } from './Conflict'
import type { Write } from './database'

interface Props {
  write: Write
  mine: { geometry: Geometry | undefined; properties: Record<string, unknown> }
  theirs: Version
}

export function Differences({ write, mine, theirs }: Props) {
  const words = useDeskWords()
  const say = useSay()
  const term = useTerm()
  const times = useTimes()
  const { data } = useCatalogue()
  const attributes = data?.layers.find(({ name }) => name === write.layer)?.attributes ?? []
  const others = theirs.properties ?? {}
  const said = (name: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return words.empty
    if (typeof value !== 'string') return JSON.stringify(value)
    return isMoment(value) ? times.moment(value) : term(write.layer, name, value)
  }
  const differing = Object.keys({ ...mine.properties, ...others }).filter(
    (name) => said(name, mine.properties[name]) !== said(name, others[name]),
  )
  const touched = write.body?.geometry !== undefined
  return (
    <table className={styles.versions}>
      <thead>
        <tr>
          <th />
          <th>{words.mine}</th>
          <th>{words.theirs}</th>
        </tr>
      </thead>
      <tbody>
        {differing.map((name) => {
          const about = attributes.find((attribute) => attribute.name === name)
          const changed = name in (write.body?.properties ?? {})
          return (
            <tr key={name}>
              <th>{about ? say(about.title) : name}</th>
              <td>
                {said(name, mine.properties[name])}
                {!changed && <small> {words.untouched}</small>}
              </td>
              <td>{said(name, others[name])}</td>
            </tr>
          )
        })}
        {touched && JSON.stringify(mine.geometry) !== JSON.stringify(theirs.geometry) && (
          <tr>
            <th>{words.shape}</th>
            <td colSpan={2}>{words.shapeDiffers}</td>
          </tr>
        )}
      </tbody>
    </table>
  )
}

function isMoment(value: string): boolean {
  return /^\d{4}-\d\d-\d\dT/.test(value)
}
