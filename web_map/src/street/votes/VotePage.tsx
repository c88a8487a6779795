/** One vote: how far it is from the quorum and from consent, where, and what can be done with it. */
import { useSession } from '../../api/queries'
import { Failure, Skeleton } from '../../parts/States'
import staff from '../../staff/staff.module.css'
import tag from '../../staff/tag.module.css'
import { changeView } from '../../state/useView'
import { useFormats } from '../../format/useFormats'
import { useTerm } from '../../text/useWords'
import { useVotesWords } from '../../text/useVotesWords'
import { useTally, type VoteItem } from './asking'
import { Buildings } from './buildings/Buildings'
import { keptEntries } from './entry/kept'
import { Outcomes } from './Outcomes'
import { Paper } from './Paper'
import { Sealing } from './Sealing'
import { Showing } from './Showing'
import { Result } from './VoteList'

export function VotePage({ vote, mayCount }: { vote: VoteItem; mayCount: boolean }) {
  const words = useVotesWords()
  const formats = useFormats()
  const term = useTerm()
  const tally = useTally(vote.id)
  const { title, matter, starts, ends, community } = vote.properties
  const result = tally.data?.result ?? vote.properties.result
  const officer = useSession().data?.username ?? ''
  const left = keptEntries({ vote: vote.id, officer }).length
  return (
    <div className={staff.page}>
      <header className={staff.heading}>
        <div>
          <button
            type="button"
            className={staff.back}
            onClick={() => changeView({ part: 'votes' })}
          >
            {words.back}
          </button>
          <h2>
            {title}
            <Result result={result} />
            {vote.visibility === 'draft' && <span className={tag.tag}>{words.draft}</span>}
          </h2>
          <p className={staff.soft}>
            {words.period(formats.date(starts), formats.date(ends))} ·{' '}
            {term('decisions', 'matter', matter)}
          </p>
        </div>
        <div className={staff.actions}>
          {vote.version !== undefined && result === 'open' && (
            <button
              type="button"
              onClick={() => changeView({ part: `ledger/decisions/${vote.id}` })}
            >
              {words.amend}
            </button>
          )}
          {mayCount && result === 'open' && (
            <button
              type="button"
              className={staff.main}
              onClick={() => changeView({ part: `votes/${vote.id}/enter` })}
            >
              {words.enter}
            </button>
          )}
        </div>
      </header>
      {left > 0 && (
        <p className={staff.note} data-kind="warning" role="status">
          {words.left(left)}
        </p>
      )}
      {tally.error ? (
        <Failure error={tally.error} retry={() => void tally.refetch()} />
      ) : !tally.data ? (
        <Skeleton rows={6} />
      ) : (
        <>
          <Outcomes tally={tally.data} />
          <Buildings tally={tally.data} community={community} />
          {mayCount && result === 'open' && <Paper vote={vote} />}
          <Showing vote={vote} />
          {mayCount && <Sealing tally={tally.data} />}
        </>
      )}
    </div>
  )
}
