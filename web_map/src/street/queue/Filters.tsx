/** Narrows the queue to one kind of task, and to one community. */
import type { Queue } from '../../api/schema.gen'
import { Chip } from '../../parts/Chip'
import { useQueueWords } from '../../text/useQueueWords'
import { communitiesOf } from './grouping'
import styles from './queue.module.css'
import type { Filter } from './useFilter'

interface Props {
  queue: Queue
  filter: Filter
  change: (change: Partial<Filter>) => void
}

export function Filters({ queue, filter, change }: Props) {
  const words = useQueueWords()
  const communities = communitiesOf(queue.tasks)
  const all = queue.kinds.reduce((sum, { count }) => sum + count, 0)
  return (
    <div className={styles.filters}>
      <div role="group" aria-label={words.byKind}>
        <Chip on={!filter.kind} toggle={() => change({ kind: '' })}>
          {words.all} <span>{all}</span>
        </Chip>
        {queue.kinds.map(({ kind, title, count }) => (
          <Chip
            key={kind}
            on={filter.kind === kind}
            toggle={() => change({ kind: filter.kind === kind ? '' : kind })}
          >
            {title} <span>{count}</span>
          </Chip>
        ))}
      </div>
      <label>
        {words.community}
        <select
          value={filter.community ?? ''}
          onChange={(event) => change({ community: Number(event.target.value) || null })}
        >
          <option value="">{words.allCommunities}</option>
          {communities.map(({ id, name, count }) => (
            <option key={id} value={id}>
              {words.counted(name, count)}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}
