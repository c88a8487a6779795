/** What residents of the area report: the list, and one to be dealt with (`reports/12`,
 * `reports/closed/12`). */
import { Empty, Failure, Skeleton } from '../../../parts/States'
import staff from '../../../staff/staff.module.css'
import { useNarrow } from '../../../state/useDevice'
import { useView } from '../../../state/useView'
import { useTalkWords } from '../../../text/useTalkWords'
import { PAGE, useReceived } from './asking'
import { ReportList } from './ReportList'
import { ReportPage } from './ReportPage'
import { useState } from 'react'
import styles from './reports.module.css'

export default function ReportsPart() {
  const words = useTalkWords()
  const narrow = useNarrow()
  const [, first = '', second = ''] = useView().part.split('/')
  const closed = first === 'closed'
  const id = Number(closed ? second : first) || null
  const [limit, setLimit] = useState(PAGE)
  const { data, error, refetch } = useReceived(closed, limit)
  if (error) return <Failure error={error} retry={() => void refetch()} />
  if (!data) return <Skeleton rows={6} />
  const row = data.rows.find((each) => each.id === id)
  const page = id !== null && (
    <ReportPage key={id} id={id} alike={row?.alike ?? []} closed={closed} narrow={narrow} />
  )
  if (narrow && page) return <div className={staff.page}>{page}</div>
  return (
    <div className={`${staff.page} ${styles.desk}`}>
      <ReportList
        told={data}
        closed={closed}
        chosen={id}
        more={data.rows.length === limit ? () => setLimit(limit + PAGE) : undefined}
      />
      {!narrow && (page || (data.rows.length > 0 && <Empty title={words.choose} hint="" />))}
    </div>
  )
}
