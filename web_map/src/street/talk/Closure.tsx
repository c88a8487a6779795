/** The closure report of a publicity, derived from what was said and answered; to be printed. N(五). */
import { dayInChina } from '../../format/day'
import { useFormats } from '../../format/useFormats'
import { Icon } from '../../icons/Icon'
import { Evidence } from '../../parts/Evidence'
import tables from '../../parts/table.module.css'
import staff from '../../staff/staff.module.css'
import { changeView } from '../../state/useView'
import { useTalkWords } from '../../text/useTalkWords'
import { closureOf, whenOf } from './closure'
import { isAnswered, shownOf } from './comments/standing'
import type { Comment, Posting, Sheet } from './rows'
import styles from './closure.module.css'
import talk from './talk.module.css'

interface Props {
  posting: Posting
  comments: Comment[]
  sheets: Sheet[]
}

export function Closure({ posting, comments, sheets }: Props) {
  const words = useTalkWords()
  const said = words.report
  const formats = useFormats()
  const now = new Date()
  const { title, snapshot, snapshot_sha256, starts, ends } = posting.properties
  const found = closureOf(posting, comments)
  const counts = [
    said.total(found.total),
    said.adopted(found.adopted),
    said.notAdopted(found.notAdopted),
    found.unanswered > 0 && said.unanswered(found.unanswered),
  ].filter(Boolean)
  return (
    <article className={`${staff.page} ${styles.report}`}>
      <div className={styles.tools}>
        <button
          type="button"
          className={staff.back}
          onClick={() => changeView({ part: `publicity/${posting.id}` })}
        >
          <Icon name="back" />
          {title}
        </button>
        <button type="button" className={staff.link} onClick={() => window.print()}>
          <Icon name="print" />
          {said.print}
        </button>
      </div>
      <h2>{said.title}</h2>
      <p>
        <strong>{title}</strong>
      </p>
      {whenOf(posting, dayInChina(now)) !== 'ended' && (
        <p className={staff.note} data-kind="warning">
          {said.running(formats.date(ends))}
        </p>
      )}
      <dl className={styles.facts}>
        <dt>{said.period}</dt>
        <dd>
          {words.span(formats.date(starts), formats.date(ends))}
          {' · '}
          {said.days(found.days)}
        </dd>
        <dt>{words.place}</dt>
        <dd>
          <Places posting={posting} sheets={sheets} />
        </dd>
        <dt>{said.counts}</dt>
        <dd>
          {counts.join(' · ')}
          {found.hidden > 0 && <p>{said.hidden(found.hidden)}</p>}
          {found.waiting > 0 && <p>{said.waiting(found.waiting)}</p>}
        </dd>
        <dt>{words.hash}</dt>
        <dd>
          <code>{snapshot_sha256}</code>
        </dd>
      </dl>
      {comments.length === 0 ? <p>{said.none}</p> : <Answers comments={comments} />}
      <h3>{words.text}</h3>
      <p className={talk.text}>{snapshot}</p>
      <p className={staff.soft}>{said.printedOn(formats.moment(now.toISOString()))}</p>
    </article>
  )
}

function Places({ posting, sheets }: Pick<Props, 'posting' | 'sheets'>) {
  const words = useTalkWords()
  const formats = useFormats()
  if (sheets.length === 0) return posting.properties.place
  return (
    <ul className={talk.sheets}>
      {sheets.map(({ id, properties: { place, posted_on, photo } }) => (
        <li key={id}>
          {photo && <Evidence sha256={photo} title={words.photoOf(place)} />}
          <span>
            {place}
            <br />
            <span className={staff.soft}>{formats.date(posted_on)}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}

function Answers({ comments }: { comments: Comment[] }) {
  const words = useTalkWords()
  const said = words.report
  const formats = useFormats()
  return (
    <table role="table" className={`${styles.answers} ${tables.stacked}`}>
      <thead>
        <tr role="row">
          <th scope="col">{said.comment}</th>
          <th scope="col">{said.outcome}</th>
          <th scope="col">{said.answer}</th>
        </tr>
      </thead>
      <tbody>
        {comments.map((comment) => {
          const { text, outcome, answer, answered_on } = comment.properties
          const answered = isAnswered(comment)
          return (
            <tr key={comment.id} role="row">
              <td role="cell" data-label={said.comment}>
                {
                  { shown: text, hidden: said.hiddenText, waits: said.waitingText }[
                    shownOf(comment)
                  ]
                }
              </td>
              <td role="cell" data-label={said.outcome}>
                {outcome && answered ? words.outcomes[outcome] : words.notAnswered}
              </td>
              <td role="cell" data-label={said.answer}>
                {answered && answer}
                {answered && answered_on && (
                  <span className={staff.soft}> {formats.date(answered_on)}</span>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
