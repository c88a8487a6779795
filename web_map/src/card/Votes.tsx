/** How owners decided: totals by heads and by area, each against what the law asks for. */
import type { VoteItem } from '../api/schema.gen'
import { useFormats } from '../format/useFormats'
import { hrefOf, useView } from '../state/useView'
import { useTerm, useWords } from '../text/useWords'
import styles from './card.module.css'
import consent from './consent.module.css'
import { Section } from './Section'

export function Votes({ votes }: { votes: VoteItem[] }) {
  const words = useWords()
  const view = useView()
  return (
    <Section title={words.votes}>
      {votes.length === 0 && <p className={styles.soft}>{words.noVotes}</p>}
      <ul className={styles.stack}>
        {votes.map((vote) => (
          <Vote key={`${vote.title}-${vote.ends}`} vote={vote} />
        ))}
      </ul>
      <p>
        <a href={hrefOf(view, { code: true, community: null })}>{words.haveCode}</a>
      </p>
    </Section>
  )
}

function Vote({ vote }: { vote: VoteItem }) {
  const words = useWords()
  const formats = useFormats()
  const term = useTerm()
  const closed = vote.owners_took_part !== null
  return (
    <li>
      <p className={consent.head}>
        <strong>{vote.title}</strong>
        <span className={consent.result} data-result={vote.result}>
          {term('decisions', 'result', vote.result)}
        </span>
      </p>
      <p className={styles.soft}>
        {formats.date(vote.starts)} – {formats.date(vote.ends)} ·{' '}
        {term('decisions', 'matter', vote.matter)}
      </p>
      {vote.reversal_reason && <p>{words.because(vote.reversal_reason)}</p>}
      {closed ? <Totals vote={vote} /> : <p className={styles.soft}>{words.voteOpen}</p>}
      {(vote.evidence ?? vote.valid_until) && (
        <p className={styles.soft}>
          {[
            vote.evidence && `${words.evidence}: ${vote.evidence}`,
            vote.valid_until &&
              vote.result === 'passed' &&
              words.validUntil(formats.date(vote.valid_until)),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
    </li>
  )
}

function Totals({ vote }: { vote: VoteItem }) {
  const words = useWords()
  const formats = useFormats()
  const rows = [
    [words.byHeads, vote.owners_total, vote.owners_took_part, vote.owners_in_favour],
    [words.byArea, vote.area_total_m2, vote.area_took_part_m2, vote.area_in_favour_m2],
  ] as const
  return (
    <table className={consent.totals}>
      <thead>
        <tr>
          <td />
          <th scope="col">{words.tookPart}</th>
          <th scope="col">{words.inFavour}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, whole, part, favour]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{share(part, whole)}</td>
            <td>{share(favour, part)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )

  /** Of nobody, no share can be told. */
  function share(part: number | string | null, whole: number | string | null): string {
    return Number(whole) > 0 ? formats.share(Number(part) / Number(whole)) : words.none
  }
}
