/** A table of what differs between two versions, in the layer's own words. */
import type { Geometry } from 'geojson'
import { useDeskWords } from '../../text/useDeskWords'
import styles from '../perimeter/perimeter.module.css'
import type { Version } from './Conflict'
import type { Write } from './database'
import { useSaid } from './useSaid'

interface Props {
  write: Write
  mine: { geometry: Geometry | undefined; properties: Record<string, unknown> }
  theirs: Version
}

export function Differences({ write, mine, theirs }: Props) {
  const words = useDeskWords()
  const said = useSaid(write.layer)
  const others = theirs.properties ?? {}
  const differing = Object.keys({ ...mine.properties, ...others }).filter(
    (name) => said.value(name, mine.properties[name]) !== said.value(name, others[name]),
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
          const changed = name in (write.body?.properties ?? {})
          return (
            <tr key={name}>
              <th>{said.title(name)}</th>
              <td>
                {said.value(name, mine.properties[name])}
                {!changed && <small> {words.untouched}</small>}
              </td>
              <td>{said.value(name, others[name])}</td>
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
