/** What was posted in a community, the latest first, and what still waits there. */
import { dayInChina } from '../../format/day'
import { useFormats } from '../../format/useFormats'
import { Empty } from '../../parts/States'
import staff from '../../staff/staff.module.css'
import tag from '../../staff/tag.module.css'
import { changeView } from '../../state/useView'
import { useTalkWords } from '../../text/useTalkWords'
import { whenOf } from './closure'
import { countsOf } from './comments/standing'
import type { Comment, Posting, Talk } from './rows'

export function PostingList({ talk: { postings, comments } }: { talk: Talk }) {
  const words = useTalkWords()
  return (
    <div className={staff.page}>
      <div className={staff.heading}>
        <h2>{words.postings}</h2>
        <div className={staff.actions}>
          <button
            type="button"
            className={staff.main}
            onClick={() => changeView({ part: 'publicity/new' })}
          >
            {words.newPosting}
          </button>
        </div>
      </div>
      {postings.length === 0 ? (
        <Empty title={words.none} hint={words.noneHint} />
      ) : (
        <ul className={staff.rows}>
          {postings.map((posting) => (
            <li key={posting.id}>
              <PostingRow
                posting={posting}
                comments={comments.filter((each) => each.properties.publicity === posting.id)}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function PostingRow({ posting, comments }: { posting: Posting; comments: Comment[] }) {
  const words = useTalkWords()
  const formats = useFormats()
  const { title, starts, ends, place } = posting.properties
  return (
    <button type="button" onClick={() => changeView({ part: `publicity/${posting.id}` })}>
      <span>
        <strong>{title}</strong>
        <When posting={posting} />
      </span>
      <Counts comments={comments} />
      <span className={staff.soft}>
        {words.span(formats.date(starts), formats.date(ends))} · {place}
      </span>
    </button>
  )
}

export function When({ posting }: { posting: Posting }) {
  const words = useTalkWords()
  const when = whenOf(posting, dayInChina(new Date()))
  return (
    <span className={tag.tag} data-kind={when === 'running' ? 'good' : undefined}>
      {words.standing[when]}
    </span>
  )
}

export function Counts({ comments }: { comments: Comment[] }) {
  const words = useTalkWords()
  const { all, unanswered, waiting } = countsOf(comments)
  return (
    <span>
      {words.said(all)}
      {waiting > 0 && (
        <span className={tag.tag} data-kind="warning">
          {words.waiting(waiting)}
        </span>
      )}
      {unanswered > 0 ? (
        <span className={tag.tag} data-kind="danger">
          {words.unanswered(unanswered)}
        </span>
      ) : (
        all > 0 && (
          <span className={tag.tag} data-kind="good">
            {words.allAnswered}
          </span>
        )
      )}
    </span>
  )
}
