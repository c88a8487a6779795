/** Two versions of one thing, side by side; a person chooses. The map shows both shapes. */
import type { Feature, Geometry } from 'geojson'
import { useDeskWords } from '../../text/useDeskWords'
import desk from '../desk.module.css'
import { Differences } from './Differences'
import { keepWrite, type Write } from './database'
import { drop, planned, replay } from './queue'

export type Version = Feature & { id?: number; version?: number }

/** Mine is what I had before me, changed as I wished. */
export function versions({ told, body, seen }: Write) {
  const { current } = (told ?? {}) as { current?: Version | null }
  const mine = {
    geometry: (body?.geometry ?? seen?.geometry) as Geometry | undefined,
    properties: { ...seen?.properties, ...body?.properties },
  }
  return { mine, theirs: current ?? null }
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
            geometry: mine.geometry,
            properties: mine.properties,
            visibility: write.body?.visibility,
          },
        })
      : planned(owner, { ...write, version: theirs.version ?? null, fills: null })
    await keepWrite(anew)
    await drop(write.key)
    await replay(owner)
  }

  return (
    <section className={desk.panel} aria-label={words.conflict}>
      <h2>{gone ? words.conflictGone : words.conflict}</h2>
      <p>{write.label}</p>
      <p className={desk.soft}>{gone ? words.conflictGoneHint : words.conflictHint}</p>
      {theirs && <Differences write={write} mine={mine} theirs={theirs} />}
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
