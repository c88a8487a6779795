/** One community in the list of results. */
import type { CommunityRow } from '../api/schema.gen'
import { useFormats } from '../format/useFormats'
import { Icon } from '../icons/Icon'
import { CommunityLink } from '../parts/CommunityLink'
import { PhasePill } from '../parts/PhasePill'
import { Progress } from '../parts/Progress'
import { usePhases } from '../parts/usePhases'
import { useWords } from '../text/useWords'
import styles from './panel.module.css'

export function ResultRow({ row, chosen }: { row: CommunityRow; chosen: boolean }) {
  const words = useWords()
  const formats = useFormats()
  const phase = usePhases().of(row)
  return (
    <li className={styles.row} data-chosen={chosen}>
      <div className={styles.rowHead}>
        <CommunityLink id={row.id} name={row.name} chosen={chosen} />
        <PhasePill phase={phase} />
      </div>
      <p className={styles.rowFacts}>
        <span>{row.division_name}</span>
        {row.households !== null && <span>{words.householdsCount(row.households)}</span>}
        {!row.bbox && (
          <span className={styles.tag}>
            <Icon name="unmapped" size={12} />
            {words.noBoundary}
          </span>
        )}
        {row.lapses.length > 0 && (
          <span className={styles.danger}>
            <Icon name="alert" size={12} />
            {words.lapsed}
          </span>
        )}
        {row.closures_today > 0 && (
          <span className={styles.danger}>
            <Icon name="alert" size={12} />
            {words.closuresCount(row.closures_today)}
          </span>
        )}
      </p>
      {row.progress !== null && row.progress > 0 && row.progress < 1 && (
        <p className={styles.rowProgress}>
          <Progress value={row.progress} label={words.overallProgress} />
          <span>{formats.share(row.progress)}</span>
        </p>
      )}
    </li>
  )
}
