/** Two versions of one row, side by side where they differ; a person chooses. */
import type { RJSFSchema } from '@rjsf/utils'
import type { Row } from '../../../api/items'
import { propertyOf, type Choices } from '../../../forms/fields'
import type { Values } from '../../../forms/LayerForm'
import tables from '../../../parts/table.module.css'
import staff from '../../../staff/staff.module.css'
import { useCommunityWords } from '../../../text/useCommunityWords'
import table from './table.module.css'
import { Value } from './Value'

interface Props {
  schema: RJSFSchema
  mine: Values
  /** Null when it was deleted. */
  theirs: Row | null
  choices: Choices
  busy: boolean
  keepMine: (onto: Row) => void
  keepTheirs: (theirs: Row) => void
  leave: () => void
}

export function Clash({ schema, mine, theirs, choices, busy, ...then }: Props) {
  const words = useCommunityWords()
  if (!theirs)
    return (
      <div className={staff.note} data-kind="danger" role="alert">
        <strong>{words.clashGone}</strong>
        <p>{words.clashGoneHint}</p>
        <div className={staff.actions}>
          <button type="button" onClick={then.leave}>
            {words.backTo(schema.title ?? '')}
          </button>
        </div>
      </div>
    )
  const value = (name: string, of: Values) => (
    <Value property={propertyOf(schema, name)} value={of[name]} choices={choices[name]} />
  )
  return (
    <section role="alert" aria-label={words.clash}>
      <h3>{words.clash}</h3>
      <p>{words.clashHint}</p>
      <table className={`${tables.table} ${table.table}`}>
        <thead>
          <tr>
            <th />
            <th scope="col">{words.mine}</th>
            <th scope="col">{words.theirs}</th>
          </tr>
        </thead>
        <tbody>
          {Object.keys(mine).map((name) => (
            <tr key={name}>
              <th scope="row">{propertyOf(schema, name)?.title}</th>
              <td>{value(name, mine)}</td>
              <td>{value(name, theirs.properties)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={staff.actions}>
        <button
          type="button"
          className={staff.main}
          disabled={busy}
          onClick={() => then.keepMine(theirs)}
        >
          {words.keepMine}
        </button>
        <button type="button" disabled={busy} onClick={() => then.keepTheirs(theirs)}>
          {words.keepTheirs}
        </button>
      </div>
    </section>
  )
}
