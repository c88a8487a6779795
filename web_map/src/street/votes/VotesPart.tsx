/** Votes of a community: all of them, a new one, one of them, or the entry of its ballots. */
import { useSession } from '../../api/queries'
import { Empty, Failure, Skeleton } from '../../parts/States'
import { useView } from '../../state/useView'
import { useVotesWords } from '../../text/useVotesWords'
import { useVotes } from './asking'
import { EntryPage } from './entry/EntryPage'
import { NewVote } from './NewVote'
import { VoteList } from './VoteList'
import { VotePage } from './VotePage'

export default function VotesPart() {
  const { community } = useView()
  return community === null ? null : <Votes community={community} />
}

function Votes({ community }: { community: number }) {
  const words = useVotesWords()
  const [, name = '', then = ''] = useView().part.split('/')
  const votes = useVotes(community)
  const session = useSession()
  const mayCount = session.data?.layers.ballots?.create ?? false
  if (name === 'new') return <NewVote community={community} />
  if (votes.error) return <Failure error={votes.error} retry={() => void votes.refetch()} />
  if (!votes.data) return <Skeleton rows={6} />
  if (!name) return <VoteList votes={votes.data} />
  const vote = votes.data.find(({ id }) => String(id) === name)
  if (!vote) return <Empty title={words.noVote} hint={words.noVoteHint} />
  return then === 'enter' && mayCount ? (
    <EntryPage vote={vote} />
  ) : (
    <VotePage vote={vote} mayCount={mayCount} />
  )
}
