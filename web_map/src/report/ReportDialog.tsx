/** Reporting what is wrong in a community, and following what was reported. */
import { useState } from 'react'
import type { CommunityRow } from '../api/schema.gen'
import { Dialog } from '../parts/Dialog'
import { useReportWords } from '../text/useReportWords'
import { ReportForm } from './ReportForm'
import styles from './report.module.css'
import { ReportStatus } from './ReportStatus'

interface Props {
  community: CommunityRow
  close: () => void
}

export default function ReportDialog({ community, close }: Props) {
  const words = useReportWords()
  const [following, setFollowing] = useState(false)
  return (
    <Dialog label={words.title} title={words.title} close={close}>
      <div className={styles.tabs} role="group">
        <button type="button" aria-pressed={!following} onClick={() => setFollowing(false)}>
          {words.title}
        </button>
        <button type="button" aria-pressed={following} onClick={() => setFollowing(true)}>
          {words.follow}
        </button>
      </div>
      {following ? (
        <ReportStatus />
      ) : (
        <>
          <p className={styles.soft}>{words.to(community.name)}</p>
          <ReportForm community={community} />
        </>
      )}
    </Dialog>
  )
}
