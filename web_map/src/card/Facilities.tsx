/** Facilities that stand or are planned: charging, parking, care. */
import type { FacilityItem } from '../api/schema.gen'
import { Icon } from '../icons/Icon'
import { facilityIcon } from '../icons/facilities'
import { useTerm, useWords } from '../text/useWords'
import styles from './card.module.css'
import { Section } from './Section'

export function Facilities({ facilities }: { facilities: FacilityItem[] }) {
  const words = useWords()
  const term = useTerm()
  return (
    <Section title={words.facilities} empty={facilities.length === 0 && words.noFacilities}>
      <ul className={styles.lines}>
        {facilities.map(({ id, kind, name, status, capacity }) => (
          <li key={id}>
            <Icon name={facilityIcon(kind)} size={18} />
            <span>
              {name || term('facilities', 'kind', kind)}
              <span className={styles.soft}>
                {' · '}
                {term('facilities', 'status', status)}
                {capacity !== null && ` · ${words.capacity(capacity)}`}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
