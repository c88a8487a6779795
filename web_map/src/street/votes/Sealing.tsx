/** Closing a vote for good, the seal of a closed one, and taking its result back. */
import { useState } from 'react'
import type { VoteTally } from '../../api/schema.gen'
import { useFormats } from '../../format/useFormats'
import { AskFirst } from '../../staff/AskFirst'
import { Field } from '../../staff/Field'
import { Problems } from '../../staff/Problems'
import { problemsAt } from '../../staff/problems'
import staff from '../../staff/staff.module.css'
import { useVotesWords } from '../../text/useVotesWords'
import { useSealing } from './asking'
import styles from './votes.module.css'

export function Sealing({ tally }: { tally: VoteTally }) {
  return (
    <section className={staff.section}>
      {tally.result === 'open' ? <Closing tally={tally} /> : <Sealed tally={tally} />}
    </section>
  )
}

function Closing({ tally }: { tally: VoteTally }) {
  const words = useVotesWords()
  const formats = useFormats()
  const closing = useSealing(tally.decision)
  return (
    <>
      <h3>{words.end}</h3>
      <p className={staff.soft}>{words.endEarly(formats.date(tally.ends))}</p>
      <Problems error={closing.error} />
      <div className={staff.actions}>
        <AskFirst
          label={words.end}
          says={words.endSays}
          busy={closing.isPending}
          yes={() => closing.mutate({})}
        />
      </div>
    </>
  )
}

function Sealed({ tally }: { tally: VoteTally }) {
  const words = useVotesWords()
  const formats = useFormats()
  return (
    <>
      <h3>{words.sealed}</h3>
      {tally.closed_at && <p>{words.sealedAt(formats.moment(tally.closed_at))}</p>}
      {tally.ballots_sha256 && (
        <dl className={styles.hash}>
          <dt>{words.hash}</dt>
          <dd>
            <code>{tally.ballots_sha256}</code>
          </dd>
          <dd className={staff.soft}>{words.hashHint}</dd>
        </dl>
      )}
      {tally.result !== 'reversed' && <Reversing id={tally.decision} />}
    </>
  )
}

function Reversing({ id }: { id: number }) {
  const words = useVotesWords()
  const [reason, setReason] = useState('')
  const reversing = useSealing(id)
  return (
    <details className={styles.reverse}>
      <summary>{words.reverse}</summary>
      <Field
        label={words.reason}
        hint={words.reverseSays}
        problems={problemsAt(reversing.error, 'reason')}
      >
        {(about) => (
          <textarea {...about} value={reason} onChange={({ target }) => setReason(target.value)} />
        )}
      </Field>
      <Problems error={reversing.error} fields={['reason']} />
      <div className={staff.actions}>
        <AskFirst
          label={words.reverse}
          says={words.reverseSays}
          busy={reversing.isPending || !reason.trim()}
          yes={() => reversing.mutate({ reason: reason.trim() })}
        />
      </div>
    </details>
  )
}
