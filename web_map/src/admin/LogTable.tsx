/** The rows of the access log; which rows were read is named, never what stood in them. */
import type { Access } from '../api/schema.gen'
import { useFormats } from '../format/useFormats'
import { useAdminWords } from '../text/useAdminWords'
import tables from '../parts/table.module.css'
import table from './table.module.css'
import { useLayers } from '../staff/useLayers'

const NAMED = 6

export function LogTable({ rows }: { rows: Access[] }) {
  const words = useAdminWords()
  const layers = useLayers()
  const { moment } = useFormats()
  return (
    <table className={`${tables.stacked} ${table.table}`} role="table">
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            {words.at}
          </th>
          <th scope="col" role="columnheader">
            {words.who}
          </th>
          <th scope="col" role="columnheader">
            {words.layer}
          </th>
          <th scope="col" role="columnheader">
            {words.rows}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ id, at, actor, layer, features }) => (
          <tr role="row" key={id}>
            <th scope="row" role="rowheader">
              {moment(at)}
            </th>
            <td role="cell" data-label={words.who}>
              {actor}
            </td>
            <td role="cell" data-label={words.layer}>
              {layers.title(layer)}
            </td>
            <td role="cell" data-label={words.rows}>
              {features === null ? (
                words.wholeLayer
              ) : features.length <= NAMED ? (
                features.join(', ')
              ) : (
                <details>
                  <summary>
                    {features.slice(0, NAMED).join(', ')} … {words.andMore(features.length)}
                  </summary>
                  {features.join(', ')}
                </details>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
