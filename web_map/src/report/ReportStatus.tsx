/** What became of a report, by its code; and if it was closed without being fixed, again. */
import { useMutation } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import parts from '../parts/parts.module.css'
import { Refusal } from '../parts/Refusal'
import { useReportWords } from '../text/useReportWords'
import { useTerm } from '../text/useWords'
import styles from './report.module.css'
import { remembered, reopen, told, type Told } from './reports'

export function ReportStatus() {
  const words = useReportWords()
  const mine = remembered()
  const [code, setCode] = useState(mine[0] ?? '')
  const asking = useMutation({ mutationFn: told })
  const again = useMutation({ mutationFn: (reason: string) => reopen(code, reason) })
  const found = again.data ?? asking.data
  const error = again.error ?? asking.error

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    again.reset()
    asking.mutate(code)
  }
  return (
    <>
      <form className={styles.form} onSubmit={submit}>
        <label>
          {words.code}
          <input
            required
            minLength={8}
            maxLength={40}
            value={code}
            list="report-codes"
            autoCapitalize="characters"
            autoComplete="off"
            onChange={(event) => setCode(event.target.value)}
          />
        </label>
        <datalist id="report-codes" aria-label={words.mine}>
          {mine.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
        <button type="submit" className={parts.button} disabled={asking.isPending}>
          {words.ask}
        </button>
      </form>
      {error && <Refusal error={error} />}
      {found && <Facts told={found} />}
      {again.data ? (
        <p role="status">{words.reopened}</p>
      ) : (
        asking.data?.facts.status === 'closed' && (
          <Again pending={again.isPending} ask={(reason) => again.mutate(reason)} />
        )
      )}
    </>
  )
}

function Facts({ told: { visibility, facts } }: { told: Told }) {
  const words = useReportWords()
  const term = useTerm()
  return (
    <div className={styles.facts} role="status">
      <p>
        <strong>{term('reports', 'status', facts.status)}</strong>
        <span className={styles.soft}>{visibility === 'draft' ? words.unseen : words.seen}</span>
      </p>
      <p>{`${term('reports', 'category', facts.category)} · ${facts.text}`}</p>
      {facts.hidden_reason && <p>{words.notShown(facts.hidden_reason)}</p>}
      <p>{facts.reply ? `${words.reply}:${facts.reply}` : words.noReply}</p>
    </div>
  )
}

function Again({ pending, ask }: { pending: boolean; ask: (reason: string) => void }) {
  const words = useReportWords()
  const [reason, setReason] = useState('')
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        ask(reason)
      }}
    >
      <label>
        {words.notFixed}
        <textarea
          required
          maxLength={2000}
          rows={2}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <button type="submit" className={parts.button} disabled={pending}>
        {words.reopen}
      </button>
    </form>
  )
}
