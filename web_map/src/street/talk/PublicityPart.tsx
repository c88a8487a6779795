/** Publicity of a community: all of it, a new one, or one with its comments: `publicity/12`,
 * `publicity/12/closure`, `publicity/comments/34`. */
import { Empty, Failure, Skeleton } from '../../parts/States'
import { useView } from '../../state/useView'
import { useTalkWords } from '../../text/useTalkWords'
import { Closure } from './Closure'
import { NewPosting } from './NewPosting'
import { PostingList } from './PostingList'
import { PostingPage } from './PostingPage'
import { useTalk } from './rows'

export default function PublicityPart() {
  const { community } = useView()
  return community === null ? null : <Publicity community={community} />
}

function Publicity({ community }: { community: number }) {
  const words = useTalkWords()
  const [, name = '', then = ''] = useView().part.split('/')
  const { talk, error, retry } = useTalk(community)
  if (name === 'new') return <NewPosting community={community} />
  if (error) return <Failure error={error} retry={retry} />
  if (!talk) return <Skeleton rows={6} />
  if (!name) return <PostingList talk={talk} />
  const comment =
    name === 'comments' ? talk.comments.find(({ id }) => String(id) === then) : undefined
  const id = comment ? comment.properties.publicity : Number(name)
  const posting = talk.postings.find((each) => each.id === id)
  if (!posting) return <Empty title={words.gone} hint="" />
  const mine = {
    posting,
    comments: talk.comments.filter(({ properties }) => properties.publicity === id),
    sheets: talk.sheets.filter(({ properties }) => properties.publicity === id),
  }
  return then === 'closure' ? <Closure {...mine} /> : <PostingPage {...mine} at={comment?.id} />
}
