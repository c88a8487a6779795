/** Rows as a table, whose columns and totals the ledger names and whose words are the schema's. */
import type { RJSFSchema } from '@rjsf/utils'
import type { Row } from '../../../api/items'
import { propertyOf } from '../../../forms/fields'
import { useFormats } from '../../../format/useFormats'
import tables from '../../../parts/table.module.css'
import { useCommunityWords } from '../../../text/useCommunityWords'
import { useFormWords } from '../../../text/useFormWords'
import type { Column } from './columns'
import type { Ledger } from './ledgers'
import { RowLine } from './RowLine'
import { grouped, sorted, useChoices } from './rows'
import { Sums } from './Sums'
import styles from './table.module.css'
import { useIsPublic } from './useIsPublic'
import { isFigure, textOf } from './Value'

interface Props {
  ledger: Ledger
  community: number
  schema: RJSFSchema
  rows: Row[]
  sought: string
}

export function RowTable({ ledger, community, schema, rows, sought }: Props) {
  const words = useCommunityWords()
  const said = { formats: useFormats(), words: useFormWords() }
  const isPublic = useIsPublic(ledger.layer)
  const choices = useChoices(schema, ledger.columns, community)
  const columns: Column[] = ledger.columns.flatMap((name) => {
    const property = propertyOf(schema, name)
    const title = property?.title ?? name
    return property
      ? [{ name, property, title, figure: isFigure(property), choices: choices[name] }]
      : []
  })
  const text = ({ properties }: Row, { name, property, choices }: Column) =>
    textOf(property, properties[name], choices, said)
  const found = sorted(rows, ledger.sort).filter(
    (row) => !sought || columns.some((column) => text(row, column).includes(sought.trim())),
  )
  if (found.length === 0) return <p>{words.foundNone}</p>
  const groups = grouped(found, ledger.by)
  const sums = { columns, totals: ledger.totals ?? [], last: isPublic }
  return (
    <table role="table" className={`${styles.table} ${tables.stacked}`}>
      <thead>
        <tr role="row">
          {columns.map(({ name, title, figure }) => (
            <th key={name} role="columnheader" scope="col" data-figure={figure || undefined}>
              {title}
            </th>
          ))}
          {isPublic && (
            <th role="columnheader" scope="col">
              {words.shown}
            </th>
          )}
        </tr>
      </thead>
      {groups.map(({ key, rows: members }) => (
        <tbody key={key}>
          {members.map((row) => (
            <RowLine key={row.id} ledger={ledger} row={row} columns={columns} isPublic={isPublic} />
          ))}
          {groups.length > 1 && members.length > 1 && (
            <Sums {...sums} title={words.totalOf(key)} rows={members} />
          )}
        </tbody>
      ))}
      {ledger.totals && (
        <tfoot>
          <Sums {...sums} title={words.total} rows={found} />
        </tfoot>
      )}
    </table>
  )
}
