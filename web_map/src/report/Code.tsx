/** The code, once: to write down or to copy. */
import parts from '../parts/parts.module.css'
import { useReportWords } from '../text/useReportWords'
import styles from './report.module.css'

export function Code({ code, again }: { code: string; again: () => void }) {
  const words = useReportWords()
  return (
    <div className={styles.form} role="status">
      <p>
        <strong>{words.sent}</strong>
      </p>
      <output className={styles.code} aria-label={words.code}>
        {code}
      </output>
      <p className={styles.soft}>{words.codeHint}</p>
      <button type="button" className={parts.button} onClick={again}>
        {words.another}
      </button>
    </div>
  )
}
