/** What the map's colours mean: the ends of each class, and how many rows are of it. */
import type { PerformanceReport } from '../api/schema.gen'
import { useFormats } from '../format/useFormats'
import { useAuditWords } from '../text/useAuditWords'
import styles from './floating.module.css'
import type { Band, Painted } from './classes'
import { POINTS } from './question'

interface Props {
  report: PerformanceReport
  measure: string
  paint: Painted
}

export function Key({ report, measure, paint }: Props) {
  const words = useAuditWords()
  const formats = useFormats()
  const title =
    measure === POINTS
      ? words.bandsTitle
      : report.total.indicators.find(({ code }) => code === measure)?.title
  const said = ({ grade, low = 0, high = 0 }: Band) =>
    grade ? words.band[grade] : `${formats.share(low)} – ${formats.share(high)}`
  return (
    <section className={styles.key} aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {[...paint.bands].reverse().map((band) => (
          <li key={band.color}>
            <i style={{ background: band.color }} />
            {said(band)}
            <b>{band.rows.length}</b>
          </li>
        ))}
        <li>
          <i className={styles.hatched} />
          {words.noData}
          <b>{paint.none.length}</b>
        </li>
      </ul>
    </section>
  )
}
