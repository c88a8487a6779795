/** A new publicity: a form of the ledger itself. It is public at once, and never changed. */
import { useState } from 'react'
import { addRow } from '../../api/items'
import { LayerForm, type Values } from '../../forms/LayerForm'
import { Problems } from '../../staff/Problems'
import staff from '../../staff/staff.module.css'
import { changeView } from '../../state/useView'
import { useTalkWords } from '../../text/useTalkWords'
import { useCard } from '../../api/queries'
import { useRows } from '../community/ledger/rows'
import { useWriting } from '../community/ledger/writing'
import { firstAndLast, useDays } from './days'
import { planText } from './planText'
import styles from './talk.module.css'

const FIELDS = ['title', 'snapshot', 'starts', 'ends', 'place']

export function NewPosting({ community }: { community: number }) {
  const words = useTalkWords()
  const days = useDays()
  const [changed, setChanged] = useState<Values>({})
  const values = { ...(days !== undefined && firstAndLast(new Date(), days)), ...changed }
  const works = useRows('works', community).data ?? []
  const card = useCard(community)
  const fill = () => {
    const lead = words.worksLead(card.data?.community.name ?? '')
    setChanged({ ...changed, snapshot: planText(works, lead, words.worksLine) })
  }
  const adding = useWriting(
    (properties: Values) => addRow('publicity', { properties: { ...properties, community } }),
    ({ id }) => changeView({ part: `publicity/${id}` }, 'replace'),
  )
  return (
    <div className={`${staff.page} ${staff.narrow} ${styles.posting}`}>
      <h2>{words.newPosting}</h2>
      <p className={staff.soft}>{words.newHint}</p>
      {works.length > 0 && !changed.snapshot && (
        <div className={staff.actions}>
          <button type="button" onClick={fill}>
            {words.fromWorks}
          </button>
        </div>
      )}
      <LayerForm
        layer="publicity"
        fields={FIELDS}
        required={FIELDS}
        values={values}
        focus="title"
        error={adding.error}
        changed={setChanged}
        submit={(properties) => adding.mutate(properties)}
      >
        <Problems error={adding.error} fields={FIELDS} />
        <div className={staff.actions}>
          <button type="submit" className={staff.main} disabled={adding.isPending}>
            {words.post}
          </button>
          <button type="button" onClick={() => changeView({ part: 'publicity' })}>
            {words.cancel}
          </button>
        </div>
      </LayerForm>
    </div>
  )
}
