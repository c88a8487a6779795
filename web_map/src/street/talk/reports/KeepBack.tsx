/** Why a report is not shown: its sender is told by their code. */
import { useState } from 'react'
import { changeRow } from '../../../api/items'
import { Field } from '../../../staff/Field'
import { Problems } from '../../../staff/Problems'
import staff from '../../../staff/staff.module.css'
import { useTalkWords } from '../../../text/useTalkWords'
import { useWriting } from '../../community/ledger/writing'
import type { Report } from './asking'

export function KeepBack({ report, done }: { report: Report; done: () => void }) {
  const words = useTalkWords()
  const [reason, setReason] = useState(report.properties.hidden_reason ?? '')
  const keeping = useWriting(
    () =>
      changeRow('reports', report, {
        properties: { hidden_reason: reason },
        visibility: 'draft',
      }),
    done,
  )
  return (
    <form
      className={`${staff.section} ${staff.form}`}
      onSubmit={(event) => {
        event.preventDefault()
        keeping.mutate(undefined)
      }}
    >
      <Field label={words.whyNotShown} hint={words.whyNotShownHint}>
        {(about) => (
          <input
            {...about}
            autoFocus
            required
            maxLength={200}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Field>
      <Problems error={keeping.error} />
      <div className={staff.actions}>
        <button type="submit" className={staff.danger} disabled={keeping.isPending}>
          {words.hideSure}
        </button>
        <button type="button" onClick={done}>
          {words.cancel}
        </button>
      </div>
    </form>
  )
}
