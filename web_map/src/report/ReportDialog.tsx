/** Reporting what is wrong in a community, and following what was reported. */
import { useEffect, useRef, useState } from 'react'
import type { CommunityRow } from '../api/schema.gen'
import { IconButton } from '../parts/IconButton'
import { useReportWords } from '../text/useReportWords'
import { useWords } from '../text/useWords'
import { ReportForm } from './ReportForm'
import styles from './report.module.css'
import { ReportStatus } from './ReportStatus'

interface Props {
  community: CommunityRow
  close: () => void
}

export default function ReportDialog({ community, close }: Props) {
  const words = useReportWords()
  const page = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const [following, setFollowing] = useState(false)
  useEffect(() => dialog.current?.showModal(), [])

  return (
    <dialog ref={dialog} className={styles.dialog} onClose={close} aria-label={words.title}>
      <header>
        <h2>{words.title}</h2>
        <IconButton icon="close" label={page.close} onClick={() => dialog.current?.close()} />
      </header>
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
          <ReportForm community={community.id} />
        </>
      )}
    </dialog>
  )
}
