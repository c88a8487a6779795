/** Who read personal data, when and which rows: filtered, newest first, page by page. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useSession } from '../api/queries'
import { Empty, Failure, Skeleton } from '../parts/States'
import { useAdminWords } from '../text/useAdminWords'
import { EVERYTHING, queryOf } from './accesses'
import staff from '../staff/staff.module.css'
import { getAccesses } from './asking'
import { LogFilter } from './LogFilter'
import { LogTable } from './LogTable'

const PAGE = 100

export function LogPart() {
  const words = useAdminWords()
  const everywhere = useSession().data?.areas.includes('')
  return everywhere ? <Log /> : <Empty title={words.notYours} hint={words.notYoursHint} />
}

function Log() {
  const words = useAdminWords()
  const [sought, setSought] = useState(EVERYTHING)
  const query = useDeferredValue(queryOf(sought))
  const log = useInfiniteQuery({
    queryKey: ['accesses', query],
    queryFn: ({ pageParam }) =>
      getAccesses({ ...query, limit: PAGE, ...(pageParam && { before: pageParam }) }),
    initialPageParam: 0,
    getNextPageParam: (page) => (page.length === PAGE ? page.at(-1)?.id : undefined),
    placeholderData: keepPreviousData,
  })
  const rows = log.data?.pages.flat()
  return (
    <div className={staff.page}>
      <h2>{words.parts.log}</h2>
      <p className={staff.soft}>{words.logHint}</p>
      <LogFilter sought={sought} change={setSought} />
      {log.error ? (
        <Failure error={log.error} retry={() => void log.refetch()} />
      ) : !rows ? (
        <Skeleton rows={6} />
      ) : rows.length === 0 ? (
        <Empty title={words.noLog} hint={words.noLogHint} />
      ) : (
        <LogTable rows={rows} />
      )}
      {log.hasNextPage && (
        <div className={staff.actions}>
          <button type="button" disabled={log.isFetching} onClick={() => void log.fetchNextPage()}>
            {words.more}
          </button>
        </div>
      )}
    </div>
  )
}
