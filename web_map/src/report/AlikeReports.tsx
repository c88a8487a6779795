/** What others have said of the same thing nearby: perhaps it need not be said again. */
import { useQuery } from '@tanstack/react-query'
import { useReportWords } from '../text/useReportWords'
import { useTerm } from '../text/useWords'
import type { Position } from './alike'
import styles from './report.module.css'
import { known } from './reports'

const SHOWN = 3

interface Props {
  community: number
  category: string
  position: Position | null
}

export function AlikeReports({ community, category, position }: Props) {
  const words = useReportWords()
  const term = useTerm()
  const { data = [] } = useQuery({
    queryKey: ['reports', community, category, position],
    queryFn: () => known(community, category, position),
  })
  if (data.length === 0) return null
  return (
    <details className={styles.alike}>
      <summary>{position ? words.alikeNear(data.length) : words.alike(data.length)}</summary>
      <ul>
        {data.slice(0, SHOWN).map(({ id, text, status, reply }) => (
          <li key={id}>
            <p>
              {text} <strong>{term('reports', 'status', status)}</strong>
            </p>
            {reply && <p className={styles.soft}>{`${words.reply}:${reply}`}</p>}
          </li>
        ))}
      </ul>
    </details>
  )
}
