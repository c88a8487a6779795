/** The stages a community came through: when, by whom, for what reason and on what evidence. */
import { useFormats } from '../../../format/useFormats'
import { Failure, Skeleton } from '../../../parts/States'
import staff from '../../../staff/staff.module.css'
import { useCommunityWords } from '../../../text/useCommunityWords'
import { useTerm } from '../../../text/useWords'
import { sorted, useRows } from '../ledger/rows'
import styles from './gates.module.css'

/** How the gate writes down its items, one after the other. */
const BETWEEN = ';'

export function Way({ community }: { community: number }) {
  const words = useCommunityWords()
  const formats = useFormats()
  const term = useTerm()
  const { data, error, refetch } = useRows('stage_changes', community)
  if (error) return <Failure error={error} retry={() => void refetch()} />
  if (!data) return <Skeleton rows={3} />
  return (
    <section className={styles.way} aria-label={words.way}>
      <h3>{words.way}</h3>
      {data.length === 0 && <p className={staff.soft}>{words.wayEmpty}</p>}
      <ol>
        {sorted(data, '-at').map(({ id, properties }) => {
          const { stage, at, reason, evidence, by } = properties as Record<string, string>
          return (
            <li key={id}>
              <strong>{term('communities', 'stage', stage ?? '')}</strong>{' '}
              <time dateTime={at}>{formats.moment(at ?? '')}</time>
              {by && <span className={staff.soft}> {words.by(by)}</span>}
              {reason && <p>{words.because(reason)}</p>}
              {evidence && (
                <ul>
                  {evidence.split(BETWEEN).map((each) => (
                    <li key={each}>{each}</li>
                  ))}
                </ul>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
