/** Which community the pages below are of, and the way back to the queue. */
import { useCard } from '../api/queries'
import { Icon } from '../icons/Icon'
import { Failure } from '../parts/States'
import { PhasePill } from '../parts/PhasePill'
import { usePhases } from '../parts/usePhases'
import { changeView } from '../state/useView'
import { useStreetWords } from '../text/useStreetWords'
import { Chooser } from './Chooser'
import { Remaining } from './queue/Remaining'
import styles from './street.module.css'

export function CommunityHead({ id }: { id: number }) {
  const words = useStreetWords()
  const card = useCard(id)
  const phases = usePhases()
  return (
    <header className={styles.head}>
      <button type="button" onClick={() => changeView({ community: null, part: '' })}>
        <Icon name="back" />
        {words.back}
      </button>
      {card.error && <Failure error={card.error} retry={() => void card.refetch()} />}
      {card.data && (
        <>
          <h2>{card.data.community.name}</h2>
          <PhasePill phase={phases.of(card.data.community)} />
          <Remaining community={id} />
        </>
      )}
      <Chooser />
    </header>
  )
}
