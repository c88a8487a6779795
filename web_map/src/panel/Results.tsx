/** The communities that match, as a list of links; the arrow keys walk it. */
import type { KeyboardEvent, RefObject } from 'react'
import { Fragment } from 'react'
import { useCommunities, useOverview, filterQuery } from '../api/queries'
import { Empty, Failure, Skeleton } from '../parts/States'
import parts from '../parts/parts.module.css'
import { NO_FILTER } from '../state/view'
import { changeView, useView } from '../state/useView'
import { useWords } from '../text/useWords'
import { isFiltered } from './Filters'
import styles from './panel.module.css'
import { ResultRow } from './ResultRow'

interface Props {
  bbox: string
  list: RefObject<HTMLUListElement | null>
}

export function Results({ bbox, list }: Props) {
  const words = useWords()
  const view = useView()
  const found = useCommunities(view, bbox)
  const area = useOverview({
    ...filterQuery(view),
    ...(view.division && { within: view.division }),
  })
  const rows = found.data?.pages.flatMap((page) => page.rows) ?? []
  const matched = found.data?.pages[0]?.matched ?? 0
  const unmapped = view.unmapped || view.here ? 0 : area.data?.total.without_boundary

  if (found.isError) return <Failure error={found.error} retry={() => void found.refetch()} />
  return (
    <section aria-busy={found.isFetching} className={styles.results}>
      <p className={styles.found} role="status" aria-live="polite">
        {found.data && (
          <>
            <strong>{words.found(matched)}</strong>
            {unmapped ? <span> · {words.amongUnmapped(unmapped)}</span> : null}
          </>
        )}
      </p>
      {found.isPending && <Skeleton rows={6} />}
      {found.data && matched === 0 && <Nothing filtered={isFiltered(view)} />}
      <ul ref={list} onKeyDown={walk} id="results" tabIndex={-1}>
        {rows.map((row) => (
          <Fragment key={row.id}>
            <ResultRow row={row} chosen={row.id === view.community} />
          </Fragment>
        ))}
      </ul>
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

function Nothing({ filtered }: { filtered: boolean }) {
  const words = useWords()
  return (
    <Empty title={words.nothing} hint={filtered ? words.nothingHint : words.emptyYet}>
      {filtered && (
        <button type="button" className={parts.button} onClick={() => changeView(NO_FILTER)}>
          {words.clearFilters}
        </button>
      )}
    </Empty>
  )
}

function walk(event: KeyboardEvent<HTMLUListElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!step) return
  const links = [...event.currentTarget.querySelectorAll('a')]
  const at = links.findIndex((link) => link === document.activeElement)
  event.preventDefault()
  links[Math.min(Math.max(at + step, 0), links.length - 1)]?.focus()
}
