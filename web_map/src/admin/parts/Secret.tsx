/** A password or token that is shown this once, until it is said to be noted. */
import { useState } from 'react'
import { useAdminWords } from '../../text/useAdminWords'
import staff from '../../staff/staff.module.css'
import secrets from './Secret.module.css'

export function Secret({
  title,
  secret,
  done,
}: {
  title: string
  secret: string
  done: () => void
}) {
  const words = useAdminWords()
  const [copied, setCopied] = useState(false)
  return (
    <section className={staff.note} data-kind="warning" aria-label={title}>
      <strong>{title}</strong>
      <code className={secrets.secret}>{secret}</code>
      <p>{words.secretOnce}</p>
      <div className={staff.actions}>
        {/* Browsers hand the clipboard to pages over HTTPS only. */}
        {'clipboard' in navigator && (
          <button
            type="button"
            onClick={() => void navigator.clipboard.writeText(secret).then(() => setCopied(true))}
          >
            {copied ? words.copied : words.copy}
          </button>
        )}
        <button type="button" onClick={done}>
          {words.noted}
        </button>
      </div>
    </section>
  )
}
