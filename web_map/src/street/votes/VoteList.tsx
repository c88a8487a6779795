/** The votes of a community, the latest first: what they are about, and how they stand. */
import { Empty } from '../../parts/States'
import staff from '../../staff/staff.module.css'
import tag from '../../staff/tag.module.css'
import { changeView } from '../../state/useView'
import { useFormats } from '../../format/useFormats'
import { useTerm } from '../../text/useWords'
import { useVotesWords } from '../../text/useVotesWords'
import { useTally, type VoteItem } from './asking'
import { shareOf } from './shares'
import styles from './votes.module.css'

export function VoteList({ votes }: { votes: VoteItem[] }) {
  const words = useVotesWords()
  return (
    <div className={staff.page}>
      <div className={staff.heading}>
        <h2>{words.title}</h2>
        <div className={staff.actions}>
          <button
            type="button"
            className={staff.main}
            onClick={() => changeView({ part: 'votes/new' })}
          >
            {words.add}
          </button>
        </div>
      </div>
      {votes.length === 0 ? (
        <Empty title={words.none} hint={words.noneHint} />
      ) : (
        <ul className={`${staff.rows} ${styles.list}`}>
          {votes.map((vote) => (
            <VoteRow key={vote.id} vote={vote} />
          ))}
        </ul>
      )}
    </div>
  )
}

function VoteRow({ vote }: { vote: VoteItem }) {
  const words = useVotesWords()
  const formats = useFormats()
  const term = useTerm()
  const { title, matter, starts, ends, result } = vote.properties
  return (
    <li>
      <button type="button" onClick={() => changeView({ part: `votes/${vote.id}` })}>
        <strong>{title}</strong>
        <span>
          <Result result={result} />
          {vote.visibility === 'draft' && <span className={tag.tag}>{words.draft}</span>}
        </span>
        <span className={staff.soft}>
          {words.period(formats.date(starts), formats.date(ends))} ·{' '}
          {term('decisions', 'matter', matter)}
        </span>
        <QuorumNow id={vote.id} />
      </button>
    </li>
  )
}

export function Result({ result }: { result: string }) {
  const term = useTerm()
  const kind = { passed: 'good', open: 'warning' }[result] ?? 'danger'
  return (
    <span className={tag.tag} data-kind={kind}>
      {term('decisions', 'result', result)}
    </span>
  )
}

function QuorumNow({ id }: { id: number }) {
  const words = useVotesWords()
  const formats = useFormats()
  const { data } = useTally(id)
  if (!data) return <span />
  const { owners, area } = shareOf(data.took_part, data.total)
  const share = formats.share(Math.min(owners, area))
  return (
    <span>
      {words.took(share, String(data.took_part.owners), String(data.total.owners))}
      {' · '}
      {words.quorum} {data.outcomes[0]?.quorum ? words.reached : words.notYet}
    </span>
  )
}
