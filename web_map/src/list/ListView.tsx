/** The same facts as the map, as a table that sorts: for the keyboard and the screen reader first. */
import { useCommunities } from '../api/queries'
import type { CommunityRow } from '../api/schema.gen'
import { useFormats } from '../format/useFormats'
import { CommunityLink } from '../parts/CommunityLink'
import parts from '../parts/parts.module.css'
import { PhasePill } from '../parts/PhasePill'
import { Empty, Failure, Skeleton } from '../parts/States'
import { usePhases } from '../parts/usePhases'
import { useNarrow } from '../state/useDevice'
import { useView } from '../state/useView'
import { useWords } from '../text/useWords'
import { COLUMNS, NAME } from './columns'
import tables from '../parts/table.module.css'
import styles from './list.module.css'
import { SortHeader } from './SortHeader'
import { SortSelect } from './SortSelect'

export function ListView() {
  const words = useWords()
  const view = useView()
  const narrow = useNarrow()
  const found = useCommunities({ ...view, here: false }, '')
  const rows = found.data?.pages.flatMap((page) => page.rows) ?? []
  const matched = found.data?.pages[0]?.matched ?? 0

  return (
    <section className={styles.list} aria-label={words.table} aria-busy={found.isFetching}>
      <div className={styles.head}>
        <p role="status" aria-live="polite">
          {found.data && words.found(matched)}
        </p>
        {narrow && <SortSelect />}
      </div>
      {found.isPending && <Skeleton rows={10} />}
      {found.isError && <Failure error={found.error} retry={() => void found.refetch()} />}
      {found.data && matched === 0 && <Empty title={words.nothing} hint={words.nothingHint} />}
      {rows.length > 0 && <Table rows={rows} />}
      {found.hasNextPage && (
        <p className={styles.more}>
          <button
            type="button"
            className={parts.button}
            disabled={found.isFetchingNextPage}
            onClick={() => void found.fetchNextPage()}
          >
            {words.more}
          </button>
        </p>
      )}
    </section>
  )
}

/** On a phone the cells stand under each other; the roles keep it a table to a screen reader. */
function Table({ rows }: { rows: CommunityRow[] }) {
  const words = useWords()
  return (
    <table className={`${tables.stacked} ${styles.table}`} role="table" id="results" tabIndex={-1}>
      <caption className="unseen">{words.table}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <SortHeader column={NAME} />
          {COLUMNS.map((column) => (
            <SortHeader key={column.name} column={column} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ row }: { row: CommunityRow }) {
  const words = useWords()
  const formats = useFormats()
  const { community } = useView()
  const phase = usePhases().of(row)
  const chosen = row.id === community
  return (
    <tr role="row" data-chosen={chosen}>
      <th scope="row" role="rowheader">
        <CommunityLink id={row.id} name={row.name} chosen={chosen} />
        {row.lapses.length > 0 && <small className={styles.lapsed}>{words.lapsed}</small>}
      </th>
      {COLUMNS.map((column) => (
        <td
          key={column.name}
          role="cell"
          data-label={words.column[column.name]}
          data-figure={column.figure}
          data-danger={column.name === 'closures_today' && row.closures_today > 0}
        >
          {column.name === 'stage' ? <PhasePill phase={phase} /> : column.say(row, formats, words)}
        </td>
      ))}
    </tr>
  )
}
