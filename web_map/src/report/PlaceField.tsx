/** Where it is: by the device, or by moving the map under a pin. Without a place it may be sent, too. */
import { lazy, Suspense } from 'react'
import { Crash } from '../parts/Crash'
import parts from '../parts/parts.module.css'
import { useReportWords } from '../text/useReportWords'
import type { Position } from './alike'
import styles from './place.module.css'
import { useHere } from './useHere'

const PinMap = lazy(() => import('./PinMap'))

interface Props {
  /** Where the map begins when there is no place yet; null where the community has no boundary. */
  middle: Position | null
  position: Position | null
  change: (position: Position | null) => void
}

export function PlaceField({ middle, position, change }: Props) {
  const words = useReportWords()
  const [state, find] = useHere(change)
  return (
    <div className={styles.place}>
      <div className={styles.ways}>
        <button type="button" className={parts.button} disabled={state === 'asking'} onClick={find}>
          {state === 'asking' ? words.locating : words.position}
        </button>
        {!position && middle && (
          <button type="button" className={parts.button} onClick={() => change(middle)}>
            {words.onMap}
          </button>
        )}
        {position && (
          <button type="button" className={parts.button} onClick={() => change(null)}>
            {words.noPlace}
          </button>
        )}
      </div>
      {state === 'failed' && <p className={styles.soft}>{words.noPosition}</p>}
      {position && (
        <Crash instead={<p className={styles.soft}>{words.located}</p>}>
          <Suspense fallback={<p className={styles.soft}>{words.located}</p>}>
            <PinMap position={position} change={change} />
          </Suspense>
          <p className={styles.soft}>{words.movePin}</p>
        </Crash>
      )}
    </div>
  )
}
