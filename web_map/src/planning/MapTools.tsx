/** Over the map: draw the ground that is looked at, or let it go; and what the dots mean. */
import { Icon } from '../icons/Icon'
import parts from '../parts/parts.module.css'
import { usePlanningWords } from '../text/usePlanningWords'
import styles from './map.module.css'

interface Props {
  drawn: boolean
  draw: () => void
  undraw: () => void
}

export function MapTools({ drawn, draw, undraw }: Props) {
  const words = usePlanningWords()
  return (
    <>
      <div className={styles.tools}>
        <button type="button" className={parts.chip} onClick={draw}>
          <Icon name="area" />
          {words.draw}
        </button>
        {drawn && (
          <button type="button" className={parts.chip} onClick={undraw}>
            <Icon name="close" />
            {words.undrawn}
          </button>
        )}
      </div>
      <ul className={styles.key}>
        {(['plan', 'eligible', 'not', 'in', 'out'] as const).map((kind) => (
          <li key={kind} data-kind={kind}>
            {words.dots[kind]}
          </li>
        ))}
      </ul>
    </>
  )
}
