/** What every reader must know first: the network is away, the data are made up. */
import { useCatalogue } from '../api/queries'
import { Icon } from '../icons/Icon'
import { useOnline } from '../state/useDevice'
import { useWords } from '../text/useWords'
import styles from './shell.module.css'

export function Notices() {
  const words = useWords()
  const online = useOnline()
  const { data } = useCatalogue()
  return (
    <div className={styles.notices} aria-live="polite">
      {!online && (
        <p data-kind="warning">
          <Icon name="offline" />
          {words.offline}
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
