/** Reports that are probably of the same thing: one visit may answer them all. */
import { useQuery } from '@tanstack/react-query'
import { items } from '../../../api/items'
import { useFormats } from '../../../format/useFormats'
import staff from '../../../staff/staff.module.css'
import { changeView } from '../../../state/useView'
import { useTalkWords } from '../../../text/useTalkWords'
import { useTerm } from '../../../text/useWords'
import type { Report } from './asking'
import styles from './reports.module.css'

const MOST = 20

export function AlikeList({ ids, closed }: { ids: number[]; closed: boolean }) {
  const words = useTalkWords()
  const formats = useFormats()
  const term = useTerm()
  const asked = ids.slice(0, MOST)
  const { data = [] } = useQuery({
    queryKey: ['items', 'reports', 'alike', asked],
    queryFn: () => items<Report>('reports', { filter: `id IN (${asked.join(',')})` }),
    enabled: asked.length > 0,
  })
  if (data.length === 0) return null
  return (
    <section className={staff.section}>
      <h3>{words.alike}</h3>
      <p className={staff.soft}>{words.alikeHint}</p>
      <ul className={styles.alike}>
        {data.map(({ id, properties: { text, status, reported_at, reply } }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => changeView({ part: `reports/${closed ? 'closed/' : ''}${id}` })}
            >
              {text}
            </button>
            <span className={staff.soft}>
              {formats.date(reported_at)} · {term('reports', 'status', status)}
              {reply && ` · ${reply}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
