/** The form of a new row; who may publish says whether the public sees it at once. */
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { addRow, type Visibility } from '../../../api/items'
import type { Rights } from '../../../api/schema.gen'
import { LayerForm, type Values } from '../../../forms/LayerForm'
import { schemaOptions } from '../../../forms/schema'
import { sent } from '../../../forms/values'
import { Empty, Skeleton } from '../../../parts/States'
import { Problems } from '../../../staff/Problems'
import staff from '../../../staff/staff.module.css'
import { changeView, useView } from '../../../state/useView'
import { useCommunityWords } from '../../../text/useCommunityWords'
import { afterwards, useLedgerPlace } from '../place'
import { askedOf, ownerOf } from './asked'
import { Back } from './Back'
import styles from './ledger.module.css'
import type { Ledger } from './ledgers'
import { useChoices } from './rows'
import { useIsPublic } from './useIsPublic'
import { useWriting } from './writing'

interface Props {
  ledger: Ledger
  community: number
  rights: Rights
  begun: Values
  focus: string
}

export function NewRow({ ledger, community, rights, begun, focus }: Props) {
  const words = useCommunityWords()
  const { language } = useView()
  const place = useLedgerPlace()
  const { data: schema } = useQuery(schemaOptions(ledger.layer, language))
  const [values, setValues] = useState(begun)
  const visibility = useRef<Visibility | undefined>(undefined)
  const isPublic = useIsPublic(ledger.layer) && rights.publish
  const fields = schema ? askedOf(schema, ledger) : []
  const choices = useChoices(schema, fields, community)
  const adding = useWriting(
    (properties: Values) =>
      addRow(ledger.layer, {
        properties,
        ...(visibility.current && { visibility: visibility.current }),
      }),
    () => changeView({ part: afterwards(place) }),
  )
  if (!schema) return <Skeleton rows={6} />
  if (!rights.create) return <Empty title={words.readOnly} hint="" />
  const submit = (written: Values) =>
    adding.mutate({ ...ownerOf(schema, community), ...sent(written, fields) })
  const button = (label: string, shown: Visibility | undefined, main = true) => (
    <button
      type="submit"
      className={main ? staff.main : undefined}
      disabled={adding.isPending}
      onClick={() => {
        visibility.current = shown
      }}
    >
      {label}
    </button>
  )
  return (
    <section className={styles.form} aria-label={words.new(schema.title ?? '')}>
      <Back layer={ledger.layer} title={schema.title ?? ''} />
      <h2>{words.new(schema.title ?? '')}</h2>
      {!rights.edit && <p className={staff.note}>{words.appendOnly}</p>}
      <LayerForm
        layer={ledger.layer}
        fields={fields}
        values={values}
        choices={choices}
        focus={focus}
        error={adding.error}
        changed={setValues}
        submit={submit}
      >
        <Problems error={adding.error} fields={fields} />
        <div className={staff.actions}>
          {isPublic ? (
            <>
              {button(words.savePublic, 'published')}
              {button(words.saveInside, 'draft', false)}
            </>
          ) : (
            button(words.save, undefined)
          )}
        </div>
      </LayerForm>
    </section>
  )
}
