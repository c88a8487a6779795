/** The four preferences by which communities enter the plan, as far as they were asked. */
import { useFormats } from '../format/useFormats'
import { Progress } from '../parts/Progress'
import { useWords } from '../text/useWords'
import styles from './card.module.css'
import { Section } from './Section'

export function Preferences({ preferences }: { preferences: Record<string, number | null> }) {
  const words = useWords()
  const formats = useFormats()
  const known = Object.entries(preferences).filter(
    (entry): entry is [string, number] => entry[1] !== null,
  )
  if (known.length === 0) return null
  return (
    <Section title={words.preferences}>
      <ul>
        {known.map(([name, value]) => {
          const label = words.preference[name] ?? name
          return (
            <li key={name} className={styles.measure}>
              <span>{label}</span>
              <Progress value={value} label={label} />
              <span className={styles.figure}>{formats.share(value)}</span>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
