/** The findings, the gravest first; tapping one goes to its place on the map. */
import type { Finding } from '../../api/schema.gen'
import { useDeskWords } from '../../text/useDeskWords'
import styles from './checking.module.css'

const ORDER = ['not_compliant', 'cannot_tell', 'compliant']
const GRAVITY = ['critical', 'major', 'minor', 'info']

interface Props {
  findings: Finding[]
  fly: (geometry: NonNullable<Finding['geometry']>) => void
}

export function FindingList({ findings, fly }: Props) {
  const words = useDeskWords()
  const shown = findings
    .filter(({ result }) => result !== 'compliant')
    .sort(
      (a, b) =>
        ORDER.indexOf(a.result) - ORDER.indexOf(b.result) ||
        GRAVITY.indexOf(a.severity) - GRAVITY.indexOf(b.severity),
    )
  if (shown.length === 0) return <p className={styles.none}>{words.nothingFound}</p>
  return (
    <ul className={styles.findings} aria-label={words.findings}>
      {shown.map((finding, n) => (
        <li key={n} data-result={finding.exception ? 'excused' : finding.result}>
          <button
            type="button"
            disabled={!finding.geometry}
            onClick={() => finding.geometry && fly(finding.geometry)}
          >
            <strong>
              {words.check[finding.check]}
              {finding.result === 'not_compliant' && ` · ${words.severity[finding.severity]}`}
            </strong>
            <span>{finding.message}</span>
            <small>
              {words.by(finding.citation.source, finding.citation.clause)}
              {finding.citation.status !== 'verified' && words.unverified}
            </small>
            {finding.exception && <small>{words.excused(finding.exception.approver)}</small>}
          </button>
        </li>
      ))}
    </ul>
  )
}
