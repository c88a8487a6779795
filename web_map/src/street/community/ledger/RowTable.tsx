/** Rows as a table, whose columns and totals the ledger names and whose words are the schema's. */
import type { RJSFSchema } from '@rjsf/utils'
import type { Row } from '../../../api/items'
import { propertyOf } from '../../../forms/fields'
import { useFormats } from '../../../format/useFormats'
import stacked from '../../../parts/stacked.module.css'
import tag from '../../../staff/tag.module.css'
import { changeView, hrefOf, useView } from '../../../state/useView'
import { useCommunityWords } from '../../../text/useCommunityWords'
import { useFormWords } from '../../../text/useFormWords'
import { ledgerPart } from '../place'
import type { Ledger } from './ledgers'
import { sorted, useChoices } from './rows'
import styles from './table.module.css'
import { useIsPublic } from './useIsPublic'
import { isFigure, textOf, Value } from './Value'

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
  const columns = ledger.columns.filter((name) => propertyOf(schema, name))
  const choices = useChoices(schema, columns, community)
  const text = ({ properties }: Row, name: string) =>
    textOf(propertyOf(schema, name), properties[name], choices[name], said)
  const found = sorted(rows, ledger.sort).filter(
    (row) => !sought || columns.some((name) => text(row, name).includes(sought.trim())),
  )
  const titles = Object.fromEntries(
    columns.map((name) => [name, propertyOf(schema, name)?.title ?? name]),
  )
  const today = new Date().toLocaleDateString('sv', { timeZone: 'Asia/Shanghai' })
  if (found.length === 0) return <p>{words.foundNone}</p>
  return (
    <table role="table" className={`${styles.table} ${stacked.stacked}`}>
      <thead>
        <tr role="row">
          {columns.map((name) => (
            <th
              key={name}
              role="columnheader"
              scope="col"
              data-figure={isFigure(propertyOf(schema, name)) || undefined}
            >
              {titles[name]}
            </th>
          ))}
          {isPublic && (
            <th role="columnheader" scope="col">
              {words.shown}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {found.map((row) => (
          <tr key={row.id} role="row">
            {columns.map((name, index) =>
              index === 0 ? (
                <th key={name} role="rowheader" scope="row">
                  <RowLink layer={ledger.layer} id={row.id} name={text(row, name)} />
                  {ledger.late?.(row.properties, today) && (
                    <span className={tag.tag} data-kind="warning">
                      {words.late}
                    </span>
                  )}
                </th>
              ) : (
                <td
                  key={name}
                  role="cell"
                  data-label={titles[name]}
                  data-figure={isFigure(propertyOf(schema, name)) || undefined}
                >
                  <Value
                    property={propertyOf(schema, name)}
                    value={row.properties[name]}
                    choices={choices[name]}
                  />
                </td>
              ),
            )}
            {isPublic && (
              <td role="cell" data-label={words.shown}>
                {row.visibility && words.visibility[row.visibility]}
              </td>
            )}
          </tr>
        ))}
      </tbody>
      {ledger.totals && (
        <tfoot>
          <tr role="row">
            {columns.map((name, index) =>
              index === 0 ? (
                <th key={name} role="rowheader" scope="row">
                  {words.total}
                </th>
              ) : (
                <td key={name} role="cell" data-label={titles[name]} data-figure>
                  {ledger.totals?.includes(name) &&
                    said.formats.money(
                      found.reduce((sum, { properties }) => sum + Number(properties[name]), 0),
                    )}
                </td>
              ),
            )}
            {isPublic && <td role="cell" />}
          </tr>
        </tfoot>
      )}
    </table>
  )
}

function RowLink({ layer, id, name }: { layer: string; id: number; name: string }) {
  const view = useView()
  const part = ledgerPart(layer, id)
  return (
    <a
      href={hrefOf(view, { part })}
      onClick={(event) => {
        event.preventDefault()
        changeView({ part })
      }}
    >
      {name}
    </a>
  )
}
