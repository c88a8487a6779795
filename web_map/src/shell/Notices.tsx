/** What every reader must know first: the network is away, the data are made up. */
import { useSyncExternalStore } from 'react'
import { keptSince, onKept } from '../api/kept'
import { useCatalogue } from '../api/queries'
import { useFormats } from '../format/useFormats'
import { Icon } from '../icons/Icon'
import { useOnline } from '../state/useDevice'
import { useWords } from '../text/useWords'
import styles from './shell.module.css'

export function Notices() {
  const words = useWords()
  const formats = useFormats()
  const online = useOnline()
  const since = useSyncExternalStore(onKept, keptSince)
  const { data } = useCatalogue()
  return (
    <div className={styles.notices} aria-live="polite">
      {(since || !online) && (
        <p data-kind="warning">
          <Icon name="offline" />
          {since ? words.keptSince(formats.moment(since)) : words.offline}
        </p>
      )}
      {data?.made_data && (
        <p>
          <Icon name="info" />
          {words.madeData}
        </p>
      )}
    </div>
  )
}
