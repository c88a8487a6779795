/** Changes a row, shows it to the public or takes it back, or deletes it; nobody's change is lost. */
import type { RJSFSchema } from '@rjsf/utils'
import { useState } from 'react'
import { Problem } from '../../../api/client'
import { changeRow, deleteRow, type Change, type Row } from '../../../api/items'
import type { Rights } from '../../../api/schema.gen'
import { LayerForm, type Values } from '../../../forms/LayerForm'
import { changes, sent, shown } from '../../../forms/values'
import { AskFirst } from '../../../staff/AskFirst'
import { Problems } from '../../../staff/Problems'
import staff from '../../../staff/staff.module.css'
import { changeView } from '../../../state/useView'
import { useCommunityWords } from '../../../text/useCommunityWords'
import { useWords } from '../../../text/useWords'
import { afterwards, useLedgerPlace } from '../place'
import { askedOf } from './asked'
import { Clash } from './Clash'
import type { Ledger } from './ledgers'
import { useChoices } from './rows'
import { useIsPublic } from './useIsPublic'
import { useWriting } from './writing'

interface Props {
  ledger: Ledger
  community: number
  schema: RJSFSchema
  read: Row
  rights: Rights
  focus: string
}

export function EditRow({ ledger, community, schema, read, rights, focus }: Props) {
  const { layer } = ledger
  const words = useCommunityWords()
  const { sure } = useWords()
  const fields = askedOf(schema, ledger)
  const choices = useChoices(schema, fields, community)
  const isPublic = useIsPublic(layer) && rights.publish
  /** As it was read: what others do to it meanwhile is told when it is saved. */
  const [row, setRow] = useState(read)
  const [values, setValues] = useState<Values>(() => shown(read.properties, fields))
  const place = useLedgerPlace()
  const leave = () => changeView({ part: afterwards(place) })
  const changing = useWriting(
    ({ onto = row, change }: { onto?: Row; change: Change }) => changeRow(layer, onto, change),
    leave,
  )
  const deleting = useWriting(() => deleteRow(layer, row), leave)
  const error = changing.error ?? deleting.error
  const busy = changing.isPending || deleting.isPending
  const mine = changes(row.properties, sent(values, fields))
  if (error instanceof Problem && error.status === 412)
    return (
      <Clash
        schema={schema}
        mine={mine}
        theirs={(error.told.current ?? null) as Row | null}
        choices={choices}
        busy={busy}
        keepMine={(onto) => changing.mutate({ onto, change: { properties: mine } })}
        keepTheirs={(theirs) => {
          setRow(theirs)
          setValues(shown(theirs.properties, fields))
          changing.reset()
          deleting.reset()
        }}
        leave={leave}
      />
    )
  return (
    <LayerForm
      layer={layer}
      fields={fields}
      values={values}
      choices={choices}
      focus={focus}
      error={error}
      changed={setValues}
      submit={(written) =>
        changing.mutate({
          change: { properties: changes(row.properties, sent(written, fields)) },
        })
      }
    >
      <Problems error={error} fields={fields} />
      <div className={staff.actions}>
        <button type="submit" className={staff.main} disabled={busy}>
          {words.save}
        </button>
        {isPublic && row.visibility === 'draft' && (
          <button
            type="button"
            disabled={busy}
            onClick={() =>
              changing.mutate({ change: { properties: mine, visibility: 'published' } })
            }
          >
            {words.savePublic}
          </button>
        )}
        {isPublic && row.visibility === 'published' && (
          <AskFirst
            label={words.withdraw}
            says={words.withdrawSays}
            busy={busy}
            yes={() => changing.mutate({ change: { visibility: 'draft' } })}
          />
        )}
        <AskFirst
          label={words.delete}
          says={`${words.deleteSays} ${sure}?`}
          busy={busy}
          yes={() => deleting.mutate(undefined)}
        />
      </div>
    </LayerForm>
  )
}
