/** One gate: what stands, what is missing, and the button through it once it is open. */
import type { GateTold } from '../../../api/schema.gen'
import { AskFirst } from '../../../staff/AskFirst'
import { Problems } from '../../../staff/Problems'
import staff from '../../../staff/staff.module.css'
import { useCommunityWords } from '../../../text/useCommunityWords'
import { useTerm } from '../../../text/useWords'
import { useWriting } from '../ledger/writing'
import styles from './gates.module.css'
import { MetItems, MissingItems } from './Items'
import { advance } from './standing'

interface Props {
  community: number
  name: string
  gate: GateTold
}

export function Gate({ community, name, gate }: Props) {
  const words = useCommunityWords()
  const stage = useTerm()('communities', 'stage', gate.to)
  const advancing = useWriting(() => advance(community, gate.to, ''))
  return (
    <section className={styles.gate} data-open={gate.open} aria-label={words.next(stage)}>
      <header>
        <h3>{words.next(stage)}</h3>
        <strong>{gate.open ? words.ready : words.lacks(gate.missing.length)}</strong>
      </header>
      {!gate.open && <MissingItems items={gate.missing} />}
      {gate.met.length > 0 && <MetItems items={gate.met} />}
      {/* Somebody may have been faster, or evidence have fallen away: the service says why. */}
      <Problems error={advancing.error} />
      {gate.open && !gate.may_advance && <p className={staff.soft}>{words.notYours}</p>}
      {gate.open && gate.may_advance && (
        <div className={`${staff.actions} ${styles.through}`}>
          <AskFirst
            label={words.advance(stage)}
            says={words.advanceSays(stage, name)}
            busy={advancing.isPending}
            yes={() => advancing.mutate(undefined)}
          />
        </div>
      )}
    </section>
  )
}
