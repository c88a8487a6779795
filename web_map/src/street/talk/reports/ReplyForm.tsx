/** The reply to a report, where it stands, and whether the public sees it. */
import { useState } from 'react'
import { changeRow, type Change } from '../../../api/items'
import { useFormats } from '../../../format/useFormats'
import { Field } from '../../../staff/Field'
import { problemsAt } from '../../../staff/problems'
import { Problems } from '../../../staff/Problems'
import staff from '../../../staff/staff.module.css'
import { useTalkWords } from '../../../text/useTalkWords'
import { useTerm } from '../../../text/useWords'
import { useWriting } from '../../community/ledger/writing'
import { HideForm } from '../HideForm'
import type { Report, Status } from './asking'
import { shownOf } from './standing'

const STATUSES: readonly Status[] = ['open', 'in_hand', 'closed']

export function ReplyForm({ report }: { report: Report }) {
  const words = useTalkWords()
  const formats = useFormats()
  const term = useTerm()
  const { properties } = report
  const [status, setStatus] = useState(properties.status)
  const [reply, setReply] = useState(properties.reply)
  const [keeping, setKeeping] = useState(false)
  const writing = useWriting((change: Change) => changeRow('reports', report, change))
  const shown = shownOf(report)
  const told = {
    status,
    reply,
    ...(reply !== properties.reply && { replied_at: new Date().toISOString() }),
  }
  const publish = shown === 'waits' || shown === 'hidden'
  if (keeping)
    return (
      <HideForm
        layer="reports"
        row={report}
        label={words.whyNotShown}
        hint={words.whyNotShownHint}
        done={() => setKeeping(false)}
      />
    )
  return (
    <form
      className={`${staff.section} ${staff.form}`}
      onSubmit={(event) => {
        event.preventDefault()
        writing.mutate(
          publish
            ? { properties: { ...told, hidden_reason: '' }, visibility: 'published' }
            : { properties: told },
        )
      }}
    >
      <Field
        label={words.reply}
        hint={words.replyHint}
        problems={problemsAt(writing.error, 'reply')}
      >
        {(about) => (
          <textarea
            {...about}
            rows={3}
            maxLength={5000}
            value={reply}
            onChange={({ target }) => setReply(target.value)}
          />
        )}
      </Field>
      <Field label={words.status}>
        {(about) => (
          <select
            {...about}
            value={status}
            onChange={({ target }) => setStatus(target.value as Status)}
          >
            {STATUSES.map((each) => (
              <option key={each} value={each}>
                {term('reports', 'status', each)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {properties.hidden_reason && (
        <p className={staff.note}>{`${words.whyNotShown}: ${properties.hidden_reason}`}</p>
      )}
      <Problems error={writing.error} fields={['reply']} />
      <div className={staff.actions}>
        <button type="submit" className={staff.main} disabled={writing.isPending}>
          {publish ? words.replyAndShow : words.saveInside}
        </button>
        {publish && (
          <button
            type="button"
            disabled={writing.isPending}
            onClick={() => writing.mutate({ properties: told })}
          >
            {words.saveInside}
          </button>
        )}
        {(shown === 'waits' || shown === 'shown') && (
          <button type="button" onClick={() => setKeeping(true)}>
            {shown === 'shown' ? words.withdraw : words.hide}
          </button>
        )}
        <span className={staff.soft} role="status">
          {writing.isSuccess
            ? words.saved
            : properties.replied_at && words.lastReply(formats.moment(properties.replied_at))}
        </span>
      </div>
    </form>
  )
}
