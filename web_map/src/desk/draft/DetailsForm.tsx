/** The words of a perimeter, and its two ways out: kept as a draft, or shown to the public. */
import { useState } from 'react'
import { useDeskWords } from '../../text/useDeskWords'
import desk from '../desk.module.css'
import { LayerForm } from '../../forms/LayerForm'
import type { PerimeterFields } from '../items'
import type { Draft } from '../keeping/database'
import { keep, replay } from '../keeping/queue'
import type { Drafting } from '../keeping/useDraft'
import { writesFor } from './saving'

const FIELDS = ['reason', 'starts', 'ends', 'hoarding', 'duty_phone', 'allowance_m'] as const
const REQUIRED = ['reason', 'starts', 'ends'] as const

interface Props {
  owner: string
  draft: Draft
  drafting: Drafting
  mayPublish: boolean | null
  back: () => void
}

export function DetailsForm({ owner, draft, drafting, mayPublish, back }: Props) {
  const words = useDeskWords()
  const [publishing, setPublishing] = useState(false)
  const save = async (fields: Partial<PerimeterFields>) => {
    // What stands already keeps its standing when it is saved.
    const visibility = publishing ? 'published' : draft.id === null ? 'draft' : null
    const whole = { ...draft, fields: { ...draft.fields, ...fields } }
    await keep(writesFor(whole, visibility))
    drafting.end()
    await replay(owner)
  }
  return (
    <LayerForm
      layer="warning_perimeters"
      fields={FIELDS}
      required={REQUIRED}
      values={draft.fields}
      changed={(fields) => drafting.change({ fields: { ...draft.fields, ...fields } })}
      submit={(fields) => void save(fields)}
    >
      {mayPublish !== true && (
        <p className={desk.note} data-kind={mayPublish === false ? 'danger' : 'warning'}>
          {mayPublish === false ? words.cannotPublish : words.notYetChecked}
        </p>
      )}
      <div className={desk.actions}>
        <button type="button" onClick={back}>
          {words.toMap}
        </button>
        <button type="submit" onClick={() => setPublishing(false)}>
          {draft.id === null ? words.saveDraft : words.save}
        </button>
        <button
          type="submit"
          className={desk.main}
          disabled={mayPublish !== true}
          onClick={() => setPublishing(true)}
        >
          {words.publish}
        </button>
      </div>
    </LayerForm>
  )
}
