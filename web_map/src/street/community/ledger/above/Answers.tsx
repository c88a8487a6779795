/** What came back by each channel, and the share of those asked: for the office, before it is public. */
import { useFormats } from '../../../../format/useFormats'
import { Skeleton } from '../../../../parts/States'
import tables from '../../../../parts/table.module.css'
import staff from '../../../../staff/staff.module.css'
import { useCommunityWords } from '../../../../text/useCommunityWords'
import { useTerm } from '../../../../text/useWords'
import { useRows } from '../rows'
import table from '../table.module.css'
import styles from './above.module.css'
import { byChannel } from './answers'
import type { AboveProps } from './props'

export function Answers({ community }: AboveProps) {
  const words = useCommunityWords().answers
  const formats = useFormats()
  const term = useTerm()
  const answers = useRows('surveys', community)
  const rounds = useRows('survey_rounds', community)
  if (!answers.data || !rounds.data) return <Skeleton rows={2} />
  const found = byChannel(answers.data, rounds.data)
  if (found.length === 0) return null
  const share = (part: number, whole: number | null) => (whole ? formats.share(part / whole) : '–')
  return (
    <section className={styles.above} aria-label={words.title}>
      <h4>{words.title}</h4>
      <table role="table" className={`${table.table} ${tables.stacked}`}>
        <thead>
          <tr role="row">
            <th scope="col">{words.channel}</th>
            {[words.received, words.satisfied, words.asked, words.rate].map((title) => (
              <th key={title} scope="col" data-figure>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {found.map(({ channel, received, satisfied, asked }) => (
            <tr key={channel} role="row">
              <th scope="row">{term('survey_rounds', 'channel', channel)}</th>
              <td role="cell" data-figure data-label={words.received}>
                {received}
              </td>
              <td role="cell" data-figure data-label={words.satisfied}>
                {share(satisfied, received)}
              </td>
              <td role="cell" data-figure data-label={words.asked}>
                {asked ?? '–'}
              </td>
              <td role="cell" data-figure data-label={words.rate}>
                {share(received, asked)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={staff.soft}>{words.rateHint}</p>
    </section>
  )
}
