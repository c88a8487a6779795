/** What needs an officer today: every deadline of their area, the oldest first. */
import { useFormats } from '../../format/useFormats'
import { Empty, Failure, Skeleton } from '../../parts/States'
import { useQueueWords } from '../../text/useQueueWords'
import { Chooser } from '../Chooser'
import { Filters } from './Filters'
import { grouped } from './grouping'
import styles from './queue.module.css'
import { TaskRow } from './TaskRow'
import { useFilter } from './useFilter'
import { useQueue } from './useQueue'

export default function Queue() {
  const words = useQueueWords()
  const formats = useFormats()
  const [filter, change] = useFilter()
  const { data, error, refetch } = useQueue(filter.kind)
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />
  if (!data) return <Skeleton rows={8} />

  const shown = data.tasks.filter(
    ({ community }) => !filter.community || community === filter.community,
  )
  const groups = grouped(shown, data.today)
  return (
    <section className={styles.queue} aria-label={words.title}>
      <header>
        <h2 role="status">{words.tasks(formats.date(data.today), data.matched)}</h2>
        <Chooser />
      </header>
      {data.kinds.length > 0 ? (
        <Filters queue={data} filter={filter} change={change} />
      ) : (
        <Empty title={words.nothing} hint={words.nothingHint} />
      )}
      {data.matched > data.tasks.length && (
        <p className={styles.soft}>{words.truncated(data.tasks.length, data.matched)}</p>
      )}
      {data.kinds.length > 0 && groups.length === 0 && (
        <Empty title={words.noneChosen} hint={words.noneChosenHint}>
          <button
            type="button"
            className={styles.all}
            onClick={() => change({ kind: '', community: null })}
          >
            {words.showAll}
          </button>
        </Empty>
      )}
      {groups.map(({ when, tasks }) => (
        <section key={when} className={styles.group} data-when={when}>
          <h2>
            {words.when[when]}
            <span>{tasks.length}</span>
          </h2>
          <ol>
            {tasks.map((task) => (
              <TaskRow
                key={`${task.kind}-${task.community}-${task.layer}-${task.row}-${task.title}`}
                task={task}
                when={when}
              />
            ))}
          </ol>
        </section>
      ))}
    </section>
  )
}
