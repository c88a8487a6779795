/** A budget: what is covered, and hatched what is not. */
import { useFormats } from '../format/useFormats'
import { useMoneyWords } from '../text/useMoneyWords'
import styles from './money.module.css'

interface Props {
  budget: string
  gap: string
  /** The budget that takes the whole length. */
  scale: number
}

export function GapBar({ budget, gap, scale }: Props) {
  const words = useMoneyWords()
  const formats = useFormats()
  const [whole, missing] = [Number(budget), Number(gap)]
  const share = whole > 0 ? formats.share(missing / whole) : '0'
  return (
    <span className={styles.gap} role="img" aria-label={`${words.gapShare} ${share}`} title={share}>
      <i style={{ inlineSize: `${(Math.max(0, whole - missing) / scale) * 100}%` }} />
      <i data-gap style={{ inlineSize: `${(missing / scale) * 100}%` }} />
    </span>
  )
}
