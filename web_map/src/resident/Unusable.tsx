/** Why a code cannot be used now, in plain words, and what then. */
import type { About } from '../api/schema.gen'
import { useFormats } from '../format/useFormats'
import { useResidentWords } from '../text/useResidentWords'
import styles from './resident.module.css'
import type { Standing } from './standing'

interface Props {
  why: Exclude<Standing, 'open'>
  about: About
}

export function Unusable({ why, about }: Props) {
  const words = useResidentWords()
  const formats = useFormats()
  const [said, hint] = {
    used: [words.used, words.usedHint],
    early: [words.early(formats.date(about.starts ?? about.ends)), ''],
    over: [words.over(formats.date(about.ends)), words.overHint],
  }[why]
  return (
    <div className={styles.note} data-kind={why} role="status">
      <p>
        <strong>{said}</strong>
      </p>
      {hint && <p>{hint}</p>}
    </div>
  )
}
