/** One indicator of one row: its share, of how many; of a sample also the interval and who answered. */
import type { Indicator, PerformanceRow } from '../api/schema.gen'
import { useFormats } from '../format/useFormats'
import { useAuditWords } from '../text/useAuditWords'
import styles from './audit.module.css'

export function Share({ row, indicator }: { row: PerformanceRow; indicator: Indicator }) {
  const words = useAuditWords()
  const formats = useFormats()
  const { share, of, interval, sampled } = indicator
  if (share === null) {
    const few = sampled && row.left_out > 0
    return <span className={styles.none}>{few ? words.tooFew(row.left_out) : words.noData}</span>
  }
  if (!sampled) {
    return (
      <>
        {formats.share(share)}
        <small>{words.of(Math.round(share * of), of)}</small>
      </>
    )
  }
  return (
    <>
      {formats.share(share)}
      {interval && (
        <small title={words.intervalNote}>
          {words.interval(formats.share(interval[0]), formats.share(interval[1]))}
        </small>
      )}
      <small>{words.answers(of)}</small>
      <small>
        {row.response === null
          ? words.responseUnknown
          : words.response(formats.share(row.response))}
      </small>
    </>
  )
}
