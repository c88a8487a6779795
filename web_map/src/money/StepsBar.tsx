/** Planned, committed, received and spent, one inside the other: what is pale is still to come. */
import type { Money } from '../api/schema.gen'
import { useFormats } from '../format/useFormats'
import { useMoneyWords } from '../text/useMoneyWords'
import styles from './money.module.css'
import { shares, STEPS } from './steps'

export function StepsBar({ money, scale }: { money: Money; scale: number }) {
  const words = useMoneyWords()
  const { money: say } = useFormats()
  const { planned_cny, committed_cny, received_cny, spent_cny } = money
  const share = shares(money, scale)
  const label = words.steps(say(planned_cny), say(committed_cny), say(received_cny), say(spent_cny))
  return (
    <span className={styles.steps} role="img" aria-label={label} title={label}>
      {STEPS.map((step) => (
        <i key={step} data-step={step} style={{ inlineSize: `${share[step] * 100}%` }} />
      ))}
    </span>
  )
}

export function StepsKey() {
  const words = useMoneyWords()
  return (
    <ul className={styles.key} aria-hidden>
      {STEPS.map((step) => (
        <li key={step}>
          <i data-step={step} />
          {words[step]}
        </li>
      ))}
    </ul>
  )
}
