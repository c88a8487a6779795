/** A community's way: where it stands, what the next gate asks for, and how it came here. */
import type { StandingTold } from '../../../api/schema.gen'
import { useFormats } from '../../../format/useFormats'
import { Icon } from '../../../icons/Icon'
import { Failure, Skeleton } from '../../../parts/States'
import staff from '../../../staff/staff.module.css'
import { useCommunityWords } from '../../../text/useCommunityWords'
import { useTerm } from '../../../text/useWords'
import { Elsewhere } from '../Elsewhere'
import { useCommunity } from '../place'
import { useCommunityRow } from '../useScope'
import { Aside } from './Aside'
import { Files } from './Files'
import { Gate } from './Gate'
import styles from './gates.module.css'
import { MissingItems } from './Items'
import { useStanding, waysOf } from './standing'
import { Way } from './Way'

export default function GatesPage() {
  const words = useCommunityWords()
  const community = useCommunity()
  const { data, error, refetch } = useStanding(community)
  const row = useCommunityRow(community)
  const name = row.data?.properties.name ?? ''
  if (error) return <Failure error={error} retry={() => void refetch()} />
  if (!data) return <Skeleton rows={8} />
  const { onward, aside } = waysOf(data.gates)
  return (
    <div className={styles.page}>
      <div className={styles.ahead}>
        <Stands standing={data} />
        <Elsewhere community={community} />
        {data.lapses.length > 0 && (
          <section className={staff.note} data-kind="danger" aria-label={words.lapsed}>
            <strong>{words.lapsed}</strong>
            <p>{words.lapsedHint}</p>
            <MissingItems items={data.lapses} />
          </section>
        )}
        {data.gates.length === 0 && (
          <p className={staff.note}>
            {data.stage === 'cancelled' ? words.stopped : words.finished}
          </p>
        )}
        {onward.map((gate) => (
          <Gate key={gate.to} community={community} name={name} gate={gate} />
        ))}
        <Aside key={data.stage} community={community} gates={aside} />
      </div>
      <div className={styles.behind}>
        <Way community={community} />
        <Files community={community} />
      </div>
    </div>
  )
}

function Stands({ standing }: { standing: StandingTold }) {
  const words = useCommunityWords()
  const formats = useFormats()
  const term = useTerm()
  const { stage, since } = standing
  return (
    <p className={styles.stands}>
      {stage && since
        ? words.since(term('communities', 'stage', stage), formats.moment(since))
        : words.noStage}
      <span className={styles.printed}>
        {words.printedAt(formats.moment(new Date().toISOString()))}
      </span>
      <button type="button" onClick={() => window.print()}>
        <Icon name="print" size={16} />
        {words.print}
      </button>
    </p>
  )
}
