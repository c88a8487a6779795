/** How often a community comes to lie in which ranks when weights are drawn: dark is the top. */
import { useFormats } from '../format/useFormats'
import { usePlanningWords } from '../text/usePlanningWords'
import { bins } from './bins'
import styles from './ranked.module.css'

interface Props {
  /** Last rank of a bin and how often, as the service tells them. */
  shares: [number, number][]
  count: number
  stale: boolean
}

export function Band({ shares, count, stale }: Props) {
  const words = usePlanningWords()
  const formats = useFormats()
  if (shares.length === 0) return null
  const found = bins(shares, count)
  const label = found
    .map(({ last, sofar }) => words.within(last, formats.share(sofar)))
    .join(words.comma)
  return (
    <span className={styles.band} role="img" aria-label={label} title={label} data-stale={stale}>
      {found.map(({ last, share, strength }) => (
        <i
          key={last}
          style={{ inlineSize: `${share * 100}%`, ['--strength' as string]: `${strength * 100}%` }}
        />
      ))}
    </span>
  )
}
