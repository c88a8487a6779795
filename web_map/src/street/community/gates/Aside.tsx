/** Suspending and cancelling: no evidence is asked for, but a reason that the public reads. */
import { useState } from 'react'
import type { GateTold, Stage } from '../../../api/schema.gen'
import { AskFirst } from '../../../staff/AskFirst'
import { Field } from '../../../staff/Field'
import { problemsAt } from '../../../staff/problems'
import { Problems } from '../../../staff/Problems'
import staff from '../../../staff/staff.module.css'
import { useCommunityWords } from '../../../text/useCommunityWords'
import { useWriting } from '../ledger/writing'
import styles from './gates.module.css'
import { advance } from './standing'

/** The service tells of a missing reason at the attribute of the ledger that keeps it. */
const REASON = 'stage_changes'

export function Aside({ community, gates }: { community: number; gates: GateTold[] }) {
  const words = useCommunityWords()
  const [reason, setReason] = useState('')
  const leading = useWriting(
    (to: Stage) => advance(community, to, reason.trim()),
    () => setReason(''),
  )
  const mine = gates.filter((gate) => gate.may_advance)
  if (mine.length === 0) return null
  return (
    <details className={styles.aside}>
      <summary>{words.besides}</summary>
      <Field
        label={words.reason}
        hint={words.reasonHint}
        problems={problemsAt(leading.error, REASON)}
      >
        {(about) => (
          <textarea
            {...about}
            rows={3}
            maxLength={5000}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Field>
      <Problems error={leading.error} fields={[REASON]} />
      <div className={staff.actions}>
        {mine.map(({ to }) => (
          <AskFirst
            key={to}
            label={words.leads[to] ?? to}
            says={words.leadsSays[to] ?? ''}
            busy={leading.isPending || reason.trim() === ''}
            yes={() => leading.mutate(to)}
          />
        ))}
      </div>
    </details>
  )
}
