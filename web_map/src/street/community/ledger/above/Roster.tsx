/** Minutes of the coming day that nobody watches, by site. N(七). */
import { DAY_MS, gaps, type Shift } from '../../../../desk/roster'
import { useFormats } from '../../../../format/useFormats'
import { Skeleton } from '../../../../parts/States'
import staff from '../../../../staff/staff.module.css'
import { useCommunityWords } from '../../../../text/useCommunityWords'
import { useRows } from '../rows'
import styles from './above.module.css'
import type { AboveProps } from './props'

export function Roster({ community, rows }: AboveProps) {
  const words = useCommunityWords().roster
  const formats = useFormats()
  const sites = useRows('sites', community)
  if (!sites.data) return <Skeleton rows={1} />
  if (sites.data.length === 0) return <p className={staff.note}>{words.noSites}</p>
  const now = new Date()
  const end = new Date(now.getTime() + DAY_MS)
  return (
    <section className={styles.above} aria-label={words.title}>
      <h4>{words.title}</h4>
      {sites.data.map(({ id, properties }) => {
        const shifts = rows.filter((row) => row.properties.site === id)
        const found = gaps(
          shifts.map((row) => row.properties as unknown as Shift),
          now,
          end,
        )
        const site = String(properties.name)
        return found.length === 0 ? (
          <p key={id}>{words.full(site)}</p>
        ) : (
          found.map(({ from, to }) => (
            <p key={from.getTime()} className={staff.wrong}>
              {words.gap(
                site,
                formats.moment(from.toISOString()),
                formats.moment(to.toISOString()),
              )}
            </p>
          ))
        )
      })}
    </section>
  )
}
