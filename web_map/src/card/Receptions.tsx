/** Where residents are received: hours, telephone, minutes on foot. */
import type { Card } from '../api/schema.gen'
import { Icon } from '../icons/Icon'
import { useWords } from '../text/useWords'
import styles from './card.module.css'
import { Section } from './Section'

export function Receptions({ receptions }: { receptions: Card['receptions'] }) {
  const words = useWords()
  return (
    <Section title={words.reception} empty={receptions.length === 0 && words.noReception}>
      <ul className={styles.stack}>
        {receptions.map(({ id, name, hours, phone, walk_minutes: minutes }) => (
          <li key={id}>
            <strong>{name}</strong>
            <p>
              {hours}
              {minutes !== null && ` · ${words.walk(minutes)}`}
            </p>
            {phone && (
              <a className={styles.phone} href={`tel:${phone.replace(/[^\d+-]/g, '')}`}>
                <Icon name="phone" />
                <span className="unseen">{words.call}</span>
                {phone}
              </a>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
