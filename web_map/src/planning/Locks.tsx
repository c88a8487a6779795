/** In for sure, or out for sure: whatever the optimum would be without. */
import { Icon } from '../icons/Icon'
import { usePlanningWords } from '../text/usePlanningWords'
import styles from './ranked.module.css'
import { locked, type Lock, type Wish } from './wish'

interface Props {
  id: string
  locks: Record<string, Lock>
  change: (part: Partial<Wish>) => void
}

export function Locks({ id, locks, change }: Props) {
  const words = usePlanningWords()
  return (['in', 'out'] as const).map((how) => {
    const label = how === 'in' ? words.lockIn : words.lockOut
    return (
      <button
        key={how}
        type="button"
        className={styles.lock}
        aria-pressed={locks[id] === how}
        aria-label={label}
        title={label}
        onClick={() => change({ locks: locked(locks, id, how) })}
      >
        <Icon name={how === 'in' ? 'lock' : 'ban'} size={16} />
      </button>
    )
  })
}
