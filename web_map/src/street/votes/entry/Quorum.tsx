/** How far the vote is, in one line beside the entry. */
import { useFormats } from '../../../format/useFormats'
import { useVotesWords } from '../../../text/useVotesWords'
import { useTally } from '../asking'
import { Short } from '../buildings/BuildingTable'
import { isNothing, shareOf } from '../shares'

export function Quorum({ vote }: { vote: number }) {
  const words = useVotesWords()
  const formats = useFormats()
  const { data } = useTally(vote)
  const missing = data?.outcomes[0]?.missing.took_part
  if (!data || !missing) return null
  const { owners, area } = shareOf(data.took_part, data.total)
  return (
    <p>
      {words.quorum}: {words.heads} {formats.share(owners)} · {words.area} {formats.share(area)} ·{' '}
      {isNothing(missing) ? (
        words.reached
      ) : (
        <strong>
          {words.missing} <Short missing={missing} />
        </strong>
      )}
    </p>
  )
}
