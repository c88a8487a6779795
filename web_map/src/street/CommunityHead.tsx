/** Which community the pages below are of, and the way back to the queue. */
import { Icon } from '../icons/Icon'
import { Failure } from '../parts/States'
import { PhasePill } from '../parts/PhasePill'
import { usePhases } from '../parts/usePhases'
import { changeView } from '../state/useView'
import { useStreetWords } from '../text/useStreetWords'
import { Chooser } from './Chooser'
import { useCommunityRow } from './community/useScope'
import { Remaining } from './queue/Remaining'
import styles from './street.module.css'

export function CommunityHead({ id }: { id: number }) {
  const words = useStreetWords()
  // Its own row: the public's card knows nothing of one that is not published yet.
  const { data, error, refetch } = useCommunityRow(id)
  const phases = usePhases()
  return (
    <header className={styles.head}>
      <button type="button" onClick={() => changeView({ community: null, part: '' })}>
        <Icon name="back" />
        {words.back}
      </button>
      {error && <Failure error={error} retry={() => void refetch()} />}
      {data && (
        <>
          <h2>{data.properties.name}</h2>
          <PhasePill phase={phases.of(data.properties)} />
          <Remaining community={id} />
        </>
      )}
      <Chooser />
    </header>
  )
}
