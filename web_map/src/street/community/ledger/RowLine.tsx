/** One row of a ledger's table; its first cell leads to its page. */
import type { Row } from '../../../api/items'
import tag from '../../../staff/tag.module.css'
import { changeView, hrefOf, useView } from '../../../state/useView'
import { useCommunityWords } from '../../../text/useCommunityWords'
import { ledgerPart } from '../place'
import type { Column } from './columns'
import type { Ledger } from './ledgers'
import { Value } from './Value'

interface Props {
  ledger: Ledger
  row: Row
  columns: Column[]
  isPublic: boolean
}

export function RowLine({ ledger, row, columns, isPublic }: Props) {
  const words = useCommunityWords()
  const view = useView()
  const [first, ...others] = columns
  const part = ledgerPart(ledger.layer, row.id)
  const value = ({ name, property, choices }: Column) => (
    <Value property={property} value={row.properties[name]} choices={choices} />
  )
  const today = new Date().toLocaleDateString('sv', { timeZone: 'Asia/Shanghai' })
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <a
          href={hrefOf(view, { part })}
          onClick={(event) => {
            event.preventDefault()
            changeView({ part })
          }}
        >
          {first && value(first)}
        </a>
        {ledger.late?.(row.properties, today) && (
          <span className={tag.tag} data-kind="warning">
            {words.late}
          </span>
        )}
      </th>
      {others.map((column) => (
        <td
          key={column.name}
          role="cell"
          data-label={column.title}
          data-figure={column.figure || undefined}
        >
          {value(column)}
        </td>
      ))}
      {isPublic && (
        <td role="cell" data-label={words.shown}>
          {row.visibility === 'draft' ? (
            <span className={tag.tag}>{words.visibility.draft}</span>
          ) : (
            words.visibility.published
          )}
        </td>
      )}
    </tr>
  )
}
