/** Each works item with its steps, how far each has come in its three checks, and the next one. */
import { Icon } from '../../../../icons/Icon'
import { Skeleton } from '../../../../parts/States'
import staff from '../../../../staff/staff.module.css'
import { useCommunityWords } from '../../../../text/useCommunityWords'
import { useTerm } from '../../../../text/useWords'
import { sorted, useRows } from '../rows'
import styles from './above.module.css'
import { CHECKS, dueOf, stepsOf, type Step } from './checks'
import type { AboveProps } from './props'

export function Checks({ community, rows, begin }: AboveProps) {
  const words = useCommunityWords().checks
  const works = useRows('works', community)
  if (!works.data) return <Skeleton rows={2} />
  if (works.data.length === 0) return <p className={staff.note}>{words.noWorks}</p>
  return (
    <section className={styles.above} aria-label={words.title}>
      <p className={staff.soft}>{words.order}</p>
      <ul className={styles.works}>
        {sorted(works.data, 'title').map(({ id, properties }) => (
          <Work
            key={id}
            title={String(properties.title)}
            steps={stepsOf(rows.filter((row) => row.properties.work === id))}
            begin={begin && ((values) => begin({ work: id, ...values }))}
          />
        ))}
      </ul>
    </section>
  )
}

function Work(props: { title: string; steps: Step[]; begin: AboveProps['begin'] }) {
  const words = useCommunityWords().checks
  const term = useTerm()
  const { title, steps, begin } = props
  const due = dueOf(steps)
  const first = steps.length === 0 ? words.firstStep : words.nextStep
  const label = due.step === null ? first : words.do(term('inspections', 'kind', due.kind))
  return (
    <li>
      <strong>{title}</strong>
      {steps.map(({ step, passed }) => (
        <span key={step} className={styles.step} aria-label={words.of(step, passed)}>
          {step}
          {CHECKS.map((kind, place) => (
            <i key={kind} data-passed={place < passed} title={term('inspections', 'kind', kind)}>
              {place < passed && <Icon name="check" size={12} />}
            </i>
          ))}
        </span>
      ))}
      {begin && (
        <button
          type="button"
          data-due={due.step !== null}
          onClick={() => begin({ kind: due.kind, ...(due.step !== null && { step: due.step }) })}
        >
          {label}
        </button>
      )}
    </li>
  )
}
