/** What residents reported in a community and the street answered, of what may be shown. */
import { useQuery } from '@tanstack/react-query'
import type { FeatureCollection } from 'geojson'
import { get } from '../api/client'
import { useFormats } from '../format/useFormats'
import { Failure, Skeleton } from '../parts/States'
import { useReportWords } from '../text/useReportWords'
import { useTerm } from '../text/useWords'
import styles from './shown.module.css'

const SHOWN = 20

interface Shown {
  category: string
  text: string
  status: string
  reported_at: string
  reply: string
  reopened_at: string | null
  photo: string | null
}

export default function CommunityReports({ community }: { community: number }) {
  const words = useReportWords()
  const { data, error, refetch } = useQuery({
    queryKey: ['reports', 'shown', community],
    queryFn: () =>
      get<FeatureCollection<null, Shown>>('/api/collections/reports/items', {
        community,
        sortby: '-reported_at',
        limit: SHOWN,
      }),
  })
  if (error) return <Failure error={error} retry={() => void refetch()} />
  if (!data) return <Skeleton rows={2} />
  if (data.features.length === 0) return <p className={styles.soft}>{words.noneShown}</p>
  return (
    <ul className={styles.list}>
      {data.features.map(({ id, properties }) => (
        <li key={id}>
          <Report shown={properties} />
        </li>
      ))}
    </ul>
  )
}

function Report({ shown }: { shown: Shown }) {
  const words = useReportWords()
  const formats = useFormats()
  const term = useTerm()
  const again = shown.status !== 'closed' && shown.reopened_at !== null
  return (
    <>
      <p>{shown.text}</p>
      {shown.photo && (
        <a href={`/api/attachments/${shown.photo}`} target="_blank" rel="noreferrer">
          <img src={`/api/attachments/${shown.photo}?size=small`} alt={words.photoOf} />
        </a>
      )}
      <p className={styles.soft}>
        {term('reports', 'category', shown.category)} · {formats.date(shown.reported_at)} ·{' '}
        <strong data-status={shown.status}>
          {again ? words.again : term('reports', 'status', shown.status)}
        </strong>
      </p>
      {shown.reply && <p className={styles.reply}>{`${words.reply}:${shown.reply}`}</p>}
    </>
  )
}
