/** Why a comment or a report is not shown: said before it is kept back, for whoever asks later. */
import type { Geometry } from 'geojson'
import { useState } from 'react'
import { changeRow, type Item } from '../../api/items'
import { Field } from '../../staff/Field'
import { Problems } from '../../staff/Problems'
import staff from '../../staff/staff.module.css'
import { useTalkWords } from '../../text/useTalkWords'
import { useWriting } from '../community/ledger/writing'

interface Props {
  layer: 'comments' | 'reports'
  row: Item<{ hidden_reason?: string }, Geometry | null>
  label: string
  hint: string
  done: () => void
}

export function HideForm({ layer, row, label, hint, done }: Props) {
  const words = useTalkWords()
  const [reason, setReason] = useState(row.properties.hidden_reason ?? '')
  const hiding = useWriting(
    () =>
      changeRow(layer, row, {
        properties: { hidden_reason: reason },
        visibility: 'draft',
      }),
    done,
  )
  return (
    <form
      className={staff.form}
      onSubmit={(event) => {
        event.preventDefault()
        hiding.mutate(undefined)
      }}
    >
      <Field label={label} hint={hint}>
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
      <Problems error={hiding.error} />
      <div className={staff.actions}>
        <button type="submit" className={staff.danger} disabled={hiding.isPending}>
          {words.hideSure}
        </button>
        <button type="button" onClick={done}>
          {words.cancel}
        </button>
      </div>
    </form>
  )
}
