/** The order of the list on a phone, where the columns have no heads to press. */
import { changeView, useView } from '../state/useView'
import { useWords } from '../text/useWords'
import { COLUMNS, NAME, nextSort } from './columns'

export function SortSelect() {
  const words = useWords()
  const { sort } = useView()
  const columns = [NAME, ...COLUMNS].filter(({ sorts }) => sorts)
  return (
    <label>
      <span className="unseen">{words.sortOrder}</span>
      <select
        value={sort}
        onChange={(event) => changeView({ sort: event.target.value }, 'replace')}
      >
        {columns.map((column) => (
          <option key={column.name} value={nextSort('', column)}>
            {words.sortBy(words.column[column.name])}
          </option>
        ))}
      </select>
    </label>
  )
}
