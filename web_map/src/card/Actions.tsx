/** Share the link, show it as a QR code, print the card, follow or report
 * what happens here. */
import { lazy, Suspense, useState } from 'react'
import { Icon } from '../icons/Icon'
import parts from '../parts/parts.module.css'
import { hrefOf, useView } from '../state/useView'
import type { CommunityRow } from '../api/schema.gen'
import { useWords } from '../text/useWords'
import styles from './card.module.css'
import { Follow } from './Follow'

const QrCode = lazy(() => import('./QrCode'))
const ReportDialog = lazy(() => import('../report/ReportDialog'))

export function Actions({ community }: { community: CommunityRow }) {
  const words = useWords()
  const view = useView()
  const [copied, setCopied] = useState(false)
  const [qr, setQr] = useState(false)
  const [following, setFollowing] = useState(false)
  const [reporting, setReporting] = useState(false)
  // The link shows this community to whoever opens it, not the sender's search or window.
  const link =
    location.origin +
    hrefOf(view, { q: '', phases: [], sort: 'name', camera: null, here: false, division: '' })

  const share = async () => {
    if ('share' in navigator) {
      // The reader may close the system's own dialogue; that is no error.
      await navigator.share({ title: community.name, url: link }).catch(() => undefined)
    } else {
      await copy(link)
      setCopied(true)
    }
  }

  return (
    <div className={styles.actions}>
      <button type="button" className={parts.button} onClick={() => setReporting(true)}>
        <Icon name="speech" />
        {words.report}
      </button>
      <button type="button" className={parts.button} onClick={() => void share()}>
        <Icon name={copied ? 'check' : 'share'} />
        {copied ? words.copied : words.share}
      </button>
      <button type="button" className={parts.button} aria-expanded={qr} onClick={() => setQr(!qr)}>
        <Icon name="qr" />
        {words.qr}
      </button>
      <button
        type="button"
        className={parts.button}
        aria-expanded={following}
        onClick={() => setFollowing(!following)}
      >
        <Icon name="feed" />
        {words.follow}
      </button>
      <button type="button" className={parts.button} onClick={() => window.print()}>
        <Icon name="print" />
        {words.print}
      </button>
      <span className="unseen" role="status">
        {copied && words.copied}
      </span>
      {qr && (
        <Suspense>
          <QrCode link={link} label={words.qrLabel} />
        </Suspense>
      )}
      {following && <Follow community={community} />}
      {reporting && (
        <Suspense>
          <ReportDialog community={community} close={() => setReporting(false)} />
        </Suspense>
      )}
    </div>
  )
}

/** The clipboard API needs HTTPS; on a plain address the link is shown to be copied by hand. */
async function copy(link: string): Promise<void> {
  if (window.isSecureContext) await navigator.clipboard.writeText(link)
  else window.prompt(link, link)
}
