/** A column's head; a press sorts by it, another turns the order round. */
import { Icon } from '../icons/Icon'
import { changeView, useView } from '../state/useView'
import { useWords } from '../text/useWords'
import { nextSort, type Column } from './columns'

export function SortHeader({ column }: { column: Column }) {
  const words = useWords()
  const { sort } = useView()
  const label = words.column[column.name]
  const down = sort === `-${column.name}`
  const sorted = down || sort === column.name
  return (
    <th
      scope="col"
      role="columnheader"
      data-figure={column.figure}
      aria-sort={sorted ? (down ? 'descending' : 'ascending') : undefined}
    >
      {column.sorts ? (
        <button
          type="button"
          title={words.sortBy(label)}
          onClick={() => changeView({ sort: nextSort(sort, column) }, 'replace')}
        >
          {label}
          {sorted && <Icon name={down ? 'down' : 'up'} size={14} />}
        </button>
      ) : (
        label
      )}
    </th>
  )
}
