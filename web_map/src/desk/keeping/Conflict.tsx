/** Two versions of one thing, side by side; a person chooses. The map shows both shapes. */
import type { Feature } from 'geojson'
import { useDeskWords } from '../../text/useDeskWords'
import desk from '../desk.module.css'
import styles from '../perimeter/perimeter.module.css'
import { keepWrite, type Write } from './database'
import { drop, planned, replay } from './queue'

export type Version = Feature & { id?: number; version?: number }

export function versions({ told, body }: Write): { mine: Version | null; theirs: Version | null } {
  const { yours, current } = (told ?? {}) as { yours?: Version | null; current?: Version | null }
  return { mine: yours ?? (body as unknown as Version | null), theirs: current ?? null }
}

export function Conflict({ write, owner }: { write: Write; owner: string }) {
  const words = useDeskWords()
  const { mine, theirs } = versions(write)
  const gone = theirs === null

  const keepMine = async () => {
    const anew = gone
      ? planned(owner, {
          method: 'POST',
          layer: write.layer,
          id: null,
          version: null,
          label: write.label,
          body: {
            geometry: mine?.geometry,
            properties: mine?.properties ?? {},
            visibility: write.body?.visibility,
          },
        })
      : planned(owner, { ...write, version: theirs.version ?? null })
    await keepWrite(anew)
    await drop(write.key)
    await replay(owner)
  }

  return (
    <section className={desk.panel} aria-label={words.conflict}>
      <h2>{gone ? words.conflictGone : words.conflict}</h2>
      <p>{write.label}</p>
      <p className={desk.soft}>{gone ? words.conflictGoneHint : words.conflictHint}</p>
      {mine && theirs && <Differences mine={mine} theirs={theirs} />}
      <div className={desk.actions}>
        <button type="button" className={desk.main} onClick={() => void keepMine()}>
          {gone ? words.recreate : words.keepMine}
        </button>
        <button type="button" onClick={() => void drop(write.key)}>
          {gone ? words.letGo : words.keepTheirs}
        </button>
      </div>
    </section>
  )
}

function Differences({ mine, theirs }: { mine: Version; theirs: Version }) {
  const words = useDeskWords()
  const [ours, others] = [mine.properties ?? {}, theirs.properties ?? {}] as [
    Record<string, unknown>,
    Record<string, unknown>,
  ]
  const differing = Object.keys(ours).filter((name) => says(ours[name]) !== says(others[name]))
  const says_ = (value: unknown) => says(value) || words.empty
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
        {differing.map((name) => (
          <tr key={name}>
            <th>{name}</th>
            <td>{says_(ours[name])}</td>
            <td>{says_(others[name])}</td>
          </tr>
        ))}
        {JSON.stringify(mine.geometry) !== JSON.stringify(theirs.geometry) && (
          <tr>
            <th>{words.shape}</th>
            <td colSpan={2}>{words.shapeDiffers}</td>
          </tr>
        )}
      </tbody>
    </table>
  )
}

/** Moments are the same whatever their zone. */
function says(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value))
    return new Date(value).toLocaleString()
  return typeof value === 'string' ? value : JSON.stringify(value)
}
