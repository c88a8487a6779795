/** What was posted where and for how long, and every comment with the answer that it got. */
import type { CommentItem, PublicityItem } from '../api/schema.gen'
import { useFormats } from '../format/useFormats'
import { useTerm, useWords } from '../text/useWords'
import styles from './card.module.css'
import consent from './consent.module.css'
import { Section } from './Section'

const HASH_SHOWN = 12

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
            <p className={styles.soft} title={item.snapshot_sha256}>
              {words.snapshot(item.snapshot_sha256.slice(0, HASH_SHOWN))}
            </p>
            <Comments comments={item.comments} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Comments({ comments }: { comments: CommentItem[] }) {
  const words = useWords()
  const formats = useFormats()
  const term = useTerm()
  const answered = comments.filter((comment) => comment.outcome !== null).length
  const summary = words.comments(comments.length, answered)
  if (comments.length === 0) return <p className={styles.soft}>{summary}</p>
  return (
    <details>
      <summary>{summary}</summary>
      <ul className={consent.comments}>
        {comments.map((comment, index) => (
          <li key={index}>
            <p>
              {comment.text} <time dateTime={comment.on}>{formats.date(comment.on)}</time>
            </p>
            <p className={styles.soft}>
              {comment.outcome === null ? (
                words.unanswered
              ) : (
                <>
                  <strong>{term('comments', 'outcome', comment.outcome)}</strong>
                  {words.colon}
                  {comment.answer}
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </details>
  )
}
