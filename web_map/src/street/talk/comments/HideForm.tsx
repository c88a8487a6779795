/** Why a comment is not shown: said before it is kept back, for whoever asks later. */
import { useState } from 'react'
import { changeRow } from '../../../api/items'
import { Field } from '../../../staff/Field'
import { Problems } from '../../../staff/Problems'
import staff from '../../../staff/staff.module.css'
import { useTalkWords } from '../../../text/useTalkWords'
import { useWriting } from '../../community/ledger/writing'
import type { Comment } from '../rows'
import styles from './comments.module.css'

export function HideForm({ comment, done }: { comment: Comment; done: () => void }) {
  const words = useTalkWords()
  const [reason, setReason] = useState(comment.properties.hidden_reason ?? '')
  const hiding = useWriting(
    () =>
      changeRow('comments', comment, {
        properties: { hidden_reason: reason },
        visibility: 'draft',
      }),
    done,
  )
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        hiding.mutate(undefined)
      }}
    >
      <Field label={words.whyHidden} hint={words.whyHiddenHint}>
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
