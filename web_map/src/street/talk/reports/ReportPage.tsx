/** One report: what was said and shown, where, what is like it, and the reply. */
import { Problem } from '../../../api/client'
import { useFormats } from '../../../format/useFormats'
import { Icon } from '../../../icons/Icon'
import { Empty, Failure, Skeleton } from '../../../parts/States'
import staff from '../../../staff/staff.module.css'
import tag from '../../../staff/tag.module.css'
import { changeView, hrefOf, useView } from '../../../state/useView'
import { useTalkWords } from '../../../text/useTalkWords'
import { useTerm } from '../../../text/useWords'
import { AlikeList } from './AlikeList'
import { useReport, type Report } from './asking'
import { Photo } from './Photo'
import { ReplyForm } from './ReplyForm'
import styles from './reports.module.css'
import { Spot } from './Spot'
import { isReopened, shownOf } from './standing'

const KINDS = { waits: 'warning', shown: 'good', hidden: undefined, private: undefined } as const

interface Props {
  id: number
  alike: number[]
  closed: boolean
  narrow: boolean
}

export function ReportPage({ id, alike, closed, narrow }: Props) {
  const words = useTalkWords()
  const { data, error, refetch } = useReport(id)
  if (error instanceof Problem && error.status === 404)
    return <Empty title={words.noReport} hint="" />
  if (error) return <Failure error={error} retry={() => void refetch()} />
  if (!data) return <Skeleton rows={5} />
  return (
    <article className={styles.report}>
      {narrow && (
        <button
          type="button"
          className={staff.back}
          onClick={() => changeView({ part: closed ? 'reports/closed' : 'reports' })}
        >
          <Icon name="back" />
          {words.toList}
        </button>
      )}
      <Said report={data} />
      <div className={styles.seen}>
        <Photo report={data} />
        <Spot geometry={data.geometry} />
      </div>
      <AlikeList ids={alike} closed={closed} />
      <ReplyForm report={data} />
    </article>
  )
}

function Said({ report }: { report: Report }) {
  const words = useTalkWords()
  const formats = useFormats()
  const term = useTerm()
  const view = useView()
  const { properties } = report
  const { text, category, community, reported_at, reopened_at, reopen_reason } = properties
  const shown = shownOf(report)
  return (
    <header className={styles.head}>
      <p className={styles.tags}>
        <span className={tag.tag}>{term('reports', 'category', category)}</span>
        <span className={tag.tag} data-kind={KINDS[shown]}>
          {shown === 'private' ? words.privateTag : words.state[shown]}
        </span>
      </p>
      <h3>{text}</h3>
      <p className={staff.soft}>
        {formats.moment(reported_at)}
        {community !== null && (
          <>
            {' · '}
            <a href={hrefOf(view, { desk: null, part: '', community })} target="_blank">
              {words.toPublic}
            </a>
          </>
        )}
        {' · '}
        {properties.contact ? `${words.contact}: ${properties.contact}` : words.noContact}
      </p>
      {reopened_at && isReopened(properties) && (
        <div className={staff.note} data-kind="danger">
          <strong>{words.reopenedOn(formats.date(reopened_at))}</strong>
          <p>{reopen_reason}</p>
        </div>
      )}
      {properties.private && <p className={staff.note}>{words.privateHint}</p>}
    </header>
  )
}
