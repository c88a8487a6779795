/** How residents had their say before the works, and what was learned elsewhere; loaded on its own. */
import type { Card, DesignVisitItem, PracticeItem, WishItem } from '../api/schema.gen'
import { useFormats } from '../format/useFormats'
import { Progress } from '../parts/Progress'
import { useVoicesWords } from '../text/useVoicesWords'
import { useTerm } from '../text/useWords'
import styles from './card.module.css'
import { Section } from './Section'

const FIRST = 5

type Told = Pick<Card, 'wishes' | 'design_visits' | 'practices'>

export default function Voices({ card }: { card: Told }) {
  const words = useVoicesWords()
  const { wishes, design_visits: visits, practices } = card
  return (
    <>
      {wishes.length > 0 && (
        <Section title={words.wishes}>
          <Wishes wishes={wishes.slice(0, FIRST)} />
          {wishes.length > FIRST && (
            <details>
              <summary>{words.more(wishes.length - FIRST)}</summary>
              <Wishes wishes={wishes.slice(FIRST)} />
            </details>
          )}
        </Section>
      )}
      {visits.length > 0 && (
        <Section title={words.visits}>
          <ul className={styles.stack}>
            {visits.map((visit, at) => (
              <Visit key={at} visit={visit} />
            ))}
          </ul>
        </Section>
      )}
      {practices.length > 0 && (
        <Section title={words.practices}>
          <ul className={styles.stack}>
            {practices.map((practice, at) => (
              <Practice key={at} practice={practice} />
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function Wishes({ wishes }: { wishes: WishItem[] }) {
  const words = useVoicesWords()
  const formats = useFormats()
  const term = useTerm()
  return (
    <ul>
      {wishes.map(({ category, households_asked, households_wanting, planned }) => {
        const label = term('wishes', 'category', category)
        const share = households_wanting / households_asked
        return (
          <li
            key={category}
            className={styles.measure}
            title={words.asked(households_wanting, households_asked)}
          >
            <span>
              {label} {planned && <small className={styles.soft}>{words.planned}</small>}
            </span>
            <Progress value={share} label={label} />
            <span className={styles.figure}>{formats.share(share)}</span>
          </li>
        )
      })}
    </ul>
  )
}

function Visit({ visit }: { visit: DesignVisitItem }) {
  const words = useVoicesWords()
  const formats = useFormats()
  const term = useTerm()
  const who = term('design_visits', 'profession', visit.profession)
  return (
    <li>
      <strong>{[who, visit.firm].filter(Boolean).join(' · ')}</strong>
      <p className={styles.soft}>
        {[formats.date(visit.on), visit.place, words.residents(visit.residents)].join(' · ')}
      </p>
      <p>{visit.outcome}</p>
    </li>
  )
}

function Practice({ practice }: { practice: PracticeItem }) {
  const words = useVoicesWords()
  const formats = useFormats()
  const { title, origin, link, learned, adopted_on, result } = practice
  return (
    <li>
      <strong>{title}</strong>
      <p className={styles.soft}>
        {link ? (
          <a href={link} rel="noreferrer">
            {words.from(origin)}
          </a>
        ) : (
          words.from(origin)
        )}{' '}
        · {words.since(formats.date(adopted_on))}
      </p>
      <p>{learned}</p>
      {result && <p>{words.result(result)}</p>}
    </li>
  )
}
