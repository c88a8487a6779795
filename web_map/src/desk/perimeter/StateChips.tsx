/** How many perimeters of a site are in which state; lifted ones are history. */
import { useDeskWords } from '../../text/useDeskWords'
import type { Perimeter } from '../items'
import styles from './perimeter.module.css'
import { stateAt, STATES, type State } from './state'

export function StateChip({ state, says }: { state: State; says: string }) {
  return (
    <span className={styles.state} data-state={state}>
      {says}
    </span>
  )
}

export function StateChips({ perimeters }: { perimeters: Perimeter[] }) {
  const words = useDeskWords()
  const now = new Date()
  const counts = STATES.filter((state) => state !== 'lifted')
    .map((state) => ({
      state,
      n: perimeters.filter(
        ({ properties, visibility }) =>
          visibility !== 'draft' && stateAt(now, properties) === state,
      ).length,
    }))
    .filter(({ n }) => n > 0)
  if (counts.length === 0) return <span className={styles.quiet}>{words.allQuiet}</span>
  return (
    <span className={styles.states}>
      {counts.map(({ state, n }) => (
        <StateChip key={state} state={state} says={words.counted(words.state[state], n)} />
      ))}
    </span>
  )
}
