/** What was posted where and for how long, and whether every comment got its answer. */
import type { PublicityItem } from '../api/schema.gen'
import { useFormats } from '../format/useFormats'
import { useWords } from '../text/useWords'
import styles from './card.module.css'
import { Section } from './Section'

export function Publicity({ items }: { items: PublicityItem[] }) {
  const words = useWords()
  const formats = useFormats()
  return (
    <Section title={words.publicity} empty={items.length === 0 && words.noPublicity}>
      <ul className={styles.stack}>
        {items.map((item) => (
          <li key={`${item.title}-${item.starts}`}>
            <strong>{item.title}</strong>
            <p>
              {formats.date(item.starts)} – {formats.date(item.ends)}
              {words.comma}
              {words.postedAt(item.place)}
            </p>
            <p className={styles.soft}>{words.comments(item.comments, item.answered)}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
