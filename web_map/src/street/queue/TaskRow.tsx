/** One task: by when, what to do, where, and the way to the place in the desk. */
import type { MouseEvent } from 'react'
import type { TaskTold } from '../../api/schema.gen'
import { useFormats } from '../../format/useFormats'
import { Icon } from '../../icons/Icon'
import { changeView, hrefOf, useView } from '../../state/useView'
import { useQueueWords } from '../../text/useQueueWords'
import { useWords } from '../../text/useWords'
import type { When } from './grouping'
import { placeOf } from './place'
import styles from './queue.module.css'

interface Props {
  task: TaskTold
  when: When
}

export function TaskRow({ task, when }: Props) {
  const words = useQueueWords()
  const { article } = useWords()
  const formats = useFormats()
  const view = useView()
  const place = placeOf(task)
  // A task that is about a gate names it itself.
  const opens = task.part !== 'gates' && task.to_title
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    changeView(place)
  }
  return (
    <li className={styles.task}>
      <p className={styles.due} data-when={when}>
        {when === 'overdue' && <strong>{words.overdue(task.overdue)}</strong>}
        {when === 'today' && <strong>{words.when.today}</strong>}
        {task.due && <time dateTime={task.due}>{formats.date(task.due)}</time>}
      </p>
      <div className={styles.what}>
        <p>{task.title}</p>
        <p className={styles.soft}>
          <b>{task.name || words.noCommunity}</b>
          <span>{article(task.article)}</span>
          {opens && <span>{words.opens(opens)}</span>}
        </p>
      </div>
      <a
        className={styles.go}
        href={hrefOf(view, place)}
        onClick={open}
        aria-label={words.goTo(task.title)}
      >
        {task.kind === 'gate_open' ? words.advance : words.go}
        <Icon name="forward" size={16} />
      </a>
    </li>
  )
}
