/** The rows of the access log; which rows were read is named, never what stood in them. */
import type { Access } from '../api/schema.gen'
import { useFormats } from '../format/useFormats'
import { useAdminWords } from '../text/useAdminWords'
import table from './table.module.css'
import { useLayers } from './useLayers'

const NAMED = 6

export function LogTable({ rows }: { rows: Access[] }) {
  const words = useAdminWords()
  const layers = useLayers()
  const { moment } = useFormats()
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">{words.at}</th>
          <th scope="col">{words.who}</th>
          <th scope="col">{words.layer}</th>
          <th scope="col">{words.rows}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, at, actor, layer, features }) => (
          <tr key={id}>
            <th scope="row">{moment(at)}</th>
            <td data-label={words.who}>{actor}</td>
            <td data-label={words.layer}>{layers.title(layer)}</td>
            <td data-label={words.rows}>
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
