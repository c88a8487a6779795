/** One comment: what was said, by whom, how it stands, and the answer that it gets. */
import { useState } from 'react'
import { useFormats } from '../../../format/useFormats'
import staff from '../../../staff/staff.module.css'
import tag from '../../../staff/tag.module.css'
import { useTalkWords } from '../../../text/useTalkWords'
import { HideForm } from '../HideForm'
import type { Comment } from '../rows'
import { AnswerForm } from './AnswerForm'
import styles from './comments.module.css'
import { isAnswered, isDone, shownOf } from './standing'

const KINDS = { waits: 'warning', shown: 'good', hidden: undefined } as const

export function CommentItem({ comment, next }: { comment: Comment; next: () => void }) {
  const words = useTalkWords()
  const formats = useFormats()
  const [hiding, setHiding] = useState(false)
  const { text, made_at, hidden_reason, name = '', contact = '' } = comment.properties
  const shown = shownOf(comment)
  return (
    <article
      className={styles.comment}
      data-comment={comment.id}
      data-open={isDone(comment) ? undefined : true}
    >
      <p className={styles.text}>{text}</p>
      <p className={staff.soft}>
        <time dateTime={made_at}>{formats.moment(made_at)}</time>
        {(name || contact) && (
          <span title={words.onlyHere}>{` · ${words.from(name, contact)}`}</span>
        )}
        <span className={tag.tag} data-kind={KINDS[shown]}>
          {words.state[shown]}
        </span>
        {!isAnswered(comment) && (
          <span className={tag.tag} data-kind="danger">
            {words.notAnswered}
          </span>
        )}
      </p>
      {hidden_reason && <p className={staff.soft}>{`${words.whyHidden}: ${hidden_reason}`}</p>}
      {hiding ? (
        <HideForm
          layer="comments"
          row={comment}
          label={words.whyHidden}
          hint={words.whyHiddenHint}
          done={() => setHiding(false)}
        />
      ) : (
        <AnswerForm
          key={comment.version}
          comment={comment}
          hide={() => setHiding(true)}
          next={next}
        />
      )}
    </article>
  )
}
