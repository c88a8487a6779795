/** A new version of the page is at hand: taken on by a press, where nothing is half done. */
import { useSyncExternalStore } from 'react'
import { useDeskWords } from '../../text/useDeskWords'
import desk from '../desk.module.css'
import { isNewer, onShell, renew } from './shell'

export function NewerNotice() {
  const words = useDeskWords()
  if (!useSyncExternalStore(onShell, isNewer)) return null
  return (
    <div className={desk.note} role="status">
      <p>{words.newer}</p>
      <div className={desk.actions}>
        <button type="button" onClick={renew}>
          {words.renew}
        </button>
      </div>
    </div>
  )
}
