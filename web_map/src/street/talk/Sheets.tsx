/** Where the sheet hangs, each place with its photo; and a form for one more. */
import { useState } from 'react'
import { addRow } from '../../api/items'
import { LayerForm, type Values } from '../../forms/LayerForm'
import { sent } from '../../forms/values'
import { dayInChina } from '../../format/day'
import { useFormats } from '../../format/useFormats'
import { Evidence } from '../../parts/Evidence'
import { Problems } from '../../staff/Problems'
import staff from '../../staff/staff.module.css'
import { useTalkWords } from '../../text/useTalkWords'
import { useWriting } from '../community/ledger/writing'
import type { Posting, Sheet } from './rows'
import styles from './talk.module.css'

const FIELDS = ['place', 'posted_on', 'photo']
const REQUIRED = ['place', 'posted_on']

export function Sheets({ posting, sheets }: { posting: Posting; sheets: Sheet[] }) {
  const words = useTalkWords()
  const formats = useFormats()
  const [adding, setAdding] = useState(false)
  return (
    <section className={staff.section}>
      <h3>{words.sheets}</h3>
      {sheets.length === 0 && <p className={staff.soft}>{words.noSheets}</p>}
      <ul className={styles.sheets}>
        {sheets.map(({ id, properties: { place, posted_on, photo } }) => (
          <li key={id}>
            {photo ? (
              <Evidence sha256={photo} title={words.photoOf(place)} />
            ) : (
              <span className={styles.noPhoto}>{words.noPhoto}</span>
            )}
            <span>
              {place}
              <br />
              <span className={staff.soft}>{formats.date(posted_on)}</span>
            </span>
          </li>
        ))}
      </ul>
      {adding ? (
        <NewSheet posting={posting} done={() => setAdding(false)} />
      ) : (
        <div className={staff.actions}>
          <button type="button" onClick={() => setAdding(true)}>
            {words.addSheet}
          </button>
        </div>
      )}
    </section>
  )
}

function NewSheet({ posting, done }: { posting: Posting; done: () => void }) {
  const words = useTalkWords()
  const [values, setValues] = useState<Values>({
    place: posting.properties.place,
    posted_on: dayInChina(new Date()),
  })
  const adding = useWriting(
    (properties: Values) =>
      addRow('postings', { properties: { ...sent(properties, FIELDS), publicity: posting.id } }),
    done,
  )
  return (
    <div className={staff.narrow}>
      <LayerForm
        layer="postings"
        fields={FIELDS}
        required={REQUIRED}
        values={values}
        focus="place"
        error={adding.error}
        changed={setValues}
        submit={(properties) => adding.mutate(properties)}
      >
        <Problems error={adding.error} fields={FIELDS} />
        <div className={staff.actions}>
          <button type="submit" className={staff.main} disabled={adding.isPending}>
            {words.save}
          </button>
          <button type="button" onClick={done}>
            {words.cancel}
          </button>
        </div>
      </LayerForm>
    </div>
  )
}
