/** One publicity: its text and hash, where it hangs, and every comment on it with its answer. */
import { useFormats } from '../../format/useFormats'
import { Icon } from '../../icons/Icon'
import staff from '../../staff/staff.module.css'
import { changeView, hrefOf, useView } from '../../state/useView'
import { useTalkWords } from '../../text/useTalkWords'
import { CommentList } from './comments/CommentList'
import { When } from './PostingList'
import type { Comment, Posting, Sheet } from './rows'
import { Sheets } from './Sheets'
import styles from './talk.module.css'

interface Props {
  posting: Posting
  comments: Comment[]
  sheets: Sheet[]
  /** The comment to begin with. */
  at?: number | undefined
}

export function PostingPage({ posting, comments, sheets, at }: Props) {
  const words = useTalkWords()
  const formats = useFormats()
  const view = useView()
  const { community, title, snapshot, snapshot_sha256, starts, ends, place } = posting.properties
  return (
    <div className={staff.page}>
      <header>
        <button
          type="button"
          className={staff.back}
          onClick={() => changeView({ part: 'publicity' })}
        >
          <Icon name="back" />
          {words.back}
        </button>
        <h2>
          {title}
          <When posting={posting} />
        </h2>
        <p className={staff.soft}>
          {words.span(formats.date(starts), formats.date(ends))} · {place}
        </p>
      </header>
      <div className={staff.actions}>
        <a
          className={staff.link}
          href={`/api/communities/${community}/publicity/${posting.id}/notice.pdf`}
        >
          <Icon name="print" />
          {words.print}
        </a>
        <button
          type="button"
          onClick={() => changeView({ part: `publicity/${posting.id}/closure` })}
        >
          {words.closure}
        </button>
        <a className={staff.link} href={hrefOf(view, { desk: null, part: '' })} target="_blank">
          {words.toPublic}
        </a>
      </div>
      <CommentList comments={comments} at={at} />
      <Sheets posting={posting} sheets={sheets} />
      <section className={staff.section}>
        <h3>{words.text}</h3>
        <p className={styles.text}>{snapshot}</p>
        <p className={staff.soft}>
          {words.hash} <code className={styles.hash}>{snapshot_sha256}</code>
        </p>
        <p className={staff.soft}>{words.hashHint}</p>
      </section>
    </div>
  )
}
