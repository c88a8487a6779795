/** A part of owners and of area against its whole, with a mark at what the law asks for. */
import type { ShareOutput } from '../../api/schema.gen'
import { useFormats } from '../../format/useFormats'
import { useVotesWords } from '../../text/useVotesWords'
import styles from './outcomes.module.css'
import { shareOf } from './shares'

interface Props {
  part: ShareOutput
  whole: ShareOutput
  missing: ShareOutput
  edge: number
}

export function Meters({ part, whole, missing, edge }: Props) {
  const words = useVotesWords()
  const share = shareOf(part, whole)
  const shortArea = Number(missing.area_m2) > 0
  return (
    <dl className={styles.meters}>
      <Meter
        name={words.heads}
        share={share.owners}
        edge={edge}
        figure={words.of(String(part.owners), words.people(whole.owners))}
        missing={missing.owners > 0 ? words.short(words.people(missing.owners)) : null}
      />
      <Meter
        name={words.area}
        share={share.area}
        edge={edge}
        figure={words.of(part.area_m2, words.m2(whole.area_m2))}
        missing={shortArea ? words.short(words.m2(missing.area_m2)) : null}
      />
    </dl>
  )
}

interface MeterProps {
  name: string
  share: number
  edge: number
  figure: string
  missing: string | null
}

function Meter({ name, share, edge, figure, missing }: MeterProps) {
  const words = useVotesWords()
  const formats = useFormats()
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <span
          className={styles.bar}
          role="img"
          aria-label={`${formats.share(share)}, ${missing ?? words.enough}`}
          data-enough={missing === null}
        >
          <i style={{ inlineSize: `${Math.min(1, share) * 100}%` }} />
          <b style={{ insetInlineStart: `${edge * 100}%` }} />
        </span>
        <strong>{formats.share(share)}</strong> <span>{figure}</span>
        <span data-short={missing !== null}>{missing ?? words.enough}</span>
      </dd>
    </div>
  )
}
