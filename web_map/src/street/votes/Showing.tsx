/** Whether the public knows of a vote. */
import { useSession } from '../../api/queries'
import { Problems } from '../../staff/Problems'
import staff from '../../staff/staff.module.css'
import { useVotesWords } from '../../text/useVotesWords'
import { useShowing, type VoteItem } from './asking'

export function Showing({ vote }: { vote: VoteItem }) {
  const words = useVotesWords()
  const rights = useSession().data?.layers.decisions
  const showing = useShowing(vote)
  if (!rights?.edit || !rights.publish || vote.version === undefined) return null
  const shown = vote.visibility === 'published'
  return (
    <section className={staff.section}>
      <p className={staff.soft}>{words.publishHint}</p>
      <Problems error={showing.error} />
      <div className={staff.actions}>
        <button
          type="button"
          disabled={showing.isPending}
          onClick={() => showing.mutate(shown ? 'draft' : 'published')}
        >
          {shown ? words.hide : words.publish}
        </button>
      </div>
    </section>
  )
}
