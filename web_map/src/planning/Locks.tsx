/** In for sure, or out for sure: whatever the optimum would be without. */
import { Icon } from '../icons/Icon'
import { usePlanningWords } from '../text/usePlanningWords'
import styles from './ranked.module.css'
import { locked, type Wish } from './wish'

interface Props {
  id: string
  wish: Wish
  change: (part: Partial<Wish>) => void
}

export function Locks({ id, wish, change }: Props) {
  const words = usePlanningWords()
  return (['in', 'out'] as const).map((how) => {
    const label = how === 'in' ? words.lockIn : words.lockOut
    return (
      <button
        key={how}
        type="button"
        className={styles.lock}
        aria-pressed={wish.locks[id] === how}
        aria-label={label}
        title={label}
        onClick={() => change({ locks: locked(wish, id, how) })}
      >
        <Icon name={how === 'in' ? 'lock' : 'ban'} size={16} />
      </button>
    )
  })
}
