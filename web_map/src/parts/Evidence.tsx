/** An attached file: a picture is seen, a PDF is a link to it. */
import { useState } from 'react'
import { addressOfFile } from '../api/attachments'
import styles from './evidence.module.css'

export function Evidence({ sha256, title }: { sha256: string; title: string }) {
  const [paper, setPaper] = useState<string | null>(null)
  return (
    <a className={styles.evidence} href={addressOfFile(sha256)} target="_blank" rel="noreferrer">
      {paper === sha256 ? (
        'PDF'
      ) : (
        // Only the file itself tells what it is: one that is no picture does not load as one.
        <img src={addressOfFile(sha256, 'small')} alt={title} onError={() => setPaper(sha256)} />
      )}
    </a>
  )
}
