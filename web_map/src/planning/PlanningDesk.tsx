/** The planning desk: which communities next year, why these, and what if the money changes. */
import { useSession } from '../api/queries'
import { Empty, Failure, Skeleton } from '../parts/States'
import { usePlanningWords } from '../text/usePlanningWords'
import { useRanking } from './asking'
import { Planning } from './Planning'

const NEXT_YEAR = new Date().getFullYear() + 1

export default function PlanningDesk() {
  const words = usePlanningWords()
  const session = useSession()
  const first = { year: NEXT_YEAR, filter: null, weights: null }
  const ranking = useRanking(first, session.data?.signed_in ?? false)
  if (session.data && !session.data.signed_in)
    return <Empty title={words.signInFirst} hint={words.signInFirstHint} />
  if (ranking.error) return <Failure error={ranking.error} retry={() => void ranking.refetch()} />
  if (!ranking.data) return <Skeleton rows={10} />
  return <Planning first={ranking.data} />
}
