/** Comments on a publicity: those that need somebody first, each with the form that answers it. */
import { useEffect, useRef, useState } from 'react'
import { Chip } from '../../../parts/Chip'
import staff from '../../../staff/staff.module.css'
import { useTalkWords } from '../../../text/useTalkWords'
import type { Comment } from '../rows'
import { CommentItem } from './CommentItem'
import styles from './comments.module.css'
import { countsOf, inOrder, isAnswered, shownOf } from './standing'

const FILTERS = {
  all: () => true,
  waiting: (comment: Comment) => shownOf(comment) === 'waits',
  unanswered: (comment: Comment) => !isAnswered(comment),
}
type Filter = keyof typeof FILTERS

export function CommentList({ comments, at }: { comments: Comment[]; at?: number | undefined }) {
  const words = useTalkWords()
  const [filter, setFilter] = useState<Filter>('all')
  const list = useRef<HTMLUListElement>(null)
  const counts = countsOf(comments)
  const order = useSteady(inOrder(comments))
  const shown = order.filter(FILTERS[filter])

  // Once what was sent is drawn as it stands now, the next one is at hand.
  const sent = useRef<Comment | null>(null)
  useEffect(() => {
    const now = comments.find(({ id }) => id === sent.current?.id)
    if (!now || now.version === sent.current?.version) return
    sent.current = null
    focusOn(list.current, '[data-open]')
  }, [comments])

  useEffect(() => {
    if (at !== undefined) focusOn(list.current, `[data-comment="${at}"]`)
  }, [at])

  return (
    <section className={staff.section}>
      <h3>{words.comments}</h3>
      {comments.length === 0 ? (
        <p className={staff.soft}>{words.noComments}</p>
      ) : (
        <>
          <div className={styles.filters}>
            {(Object.keys(FILTERS) as Filter[]).map((each) => (
              <Chip key={each} on={filter === each} toggle={() => setFilter(each)}>
                {words[each](counts[each])}
              </Chip>
            ))}
          </div>
          {counts.unanswered > 0 && <p className={styles.keys}>{words.keys}</p>}
        </>
      )}
      <ul ref={list} className={styles.list}>
        {shown.map((comment) => (
          <li key={comment.id}>
            <CommentItem
              comment={comment}
              next={() => {
                sent.current = comment
              }}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Nothing moves away under the hand that answers: the order is that of the first sight. */
function useSteady(comments: Comment[]): Comment[] {
  const [first] = useState(() => comments.map(({ id }) => id))
  const place = (id: number) => {
    const found = first.indexOf(id)
    return found < 0 ? first.length : found
  }
  return comments.toSorted((one, other) => place(one.id) - place(other.id))
}

function focusOn(list: HTMLElement | null, which: string) {
  const item = list?.querySelector<HTMLElement>(which)
  item?.scrollIntoView({ block: 'nearest' })
  item?.querySelector<HTMLElement>('input, textarea, button')?.focus()
}
