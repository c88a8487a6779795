/** What the service sent back: why, where on the map, and the ways on. Nothing else waits for it. */
import type { Geometry } from 'geojson'
import type { Reason } from '../../api/client'
import { useDeskWords } from '../../text/useDeskWords'
import checking from '../checking/checking.module.css'
import styles from '../desk.module.css'
import type { Body, Write } from './database'
import { again, dismiss } from './queue'

export type Fly = (geometry: Geometry) => void

const SAFETY = 'safety.'

interface Props {
  write: Write
  owner: string
  fly?: Fly | undefined
}

export function Refused({ write, owner, fly }: Props) {
  const words = useDeskWords()
  const reasons = write.told?.problems ?? []
  const unsafe = reasons.some(({ code }) => code.startsWith(SAFETY))
  return (
    <div className={`${styles.note} ${checking.refused}`} data-kind="danger" role="alert">
      <strong>
        {unsafe ? words.notPublished : words.refused}:{write.label}
      </strong>
      {reasons.length === 0 && <p>{write.told?.message}</p>}
      <ul className={checking.findings} aria-label={words.findings}>
        {reasons.map((reason, n) => (
          <ReasonItem key={n} reason={reason} fly={fly} />
        ))}
      </ul>
      {unsafe && <p>{words.notPublishedHint}</p>}
      <div className={styles.actions}>
        {unsafe && write.body?.visibility === 'published' && (
          <button
            type="button"
            className={styles.main}
            onClick={() => void again(owner, write, asDraft(write, write.body ?? {}))}
          >
            {words.saveDraft}
          </button>
        )}
        <button type="button" onClick={() => void again(owner, write, write.body)}>
          {words.retry}
        </button>
        <button type="button" onClick={() => void dismiss(owner, write.key)}>
          {words.dismiss}
        </button>
      </div>
    </div>
  )
}

function ReasonItem({ reason, fly }: { reason: Reason; fly: Fly | undefined }) {
  const words = useDeskWords()
  const { code, message, citation, severity, geometry } = reason
  const checks: Record<string, string> = words.check
  const check = code.startsWith(SAFETY) ? checks[code.slice(SAFETY.length)] : undefined
  const graves: Record<string, string> = words.severity
  return (
    <li data-result="not_compliant">
      <button
        type="button"
        disabled={!geometry || !fly}
        onClick={() => geometry && fly?.(geometry)}
      >
        {check && (
          <strong>
            {check} · {graves[severity]}
          </strong>
        )}
        <span>{message}</span>
        {citation && <small>{citation}</small>}
      </button>
    </li>
  )
}

/** One that stands keeps its standing: to call it a draft would take it from the public. */
function asDraft({ method }: Write, { visibility, ...body }: Body): Body {
  return method === 'POST' && visibility ? { ...body, visibility: 'draft' } : body
}

/** The places that what was sent back speaks of. */
export function placesOf(writes: Write[]): Geometry[] {
  return writes.flatMap(({ told }) =>
    (told?.problems ?? []).flatMap(({ geometry }) => (geometry ? [geometry] : [])),
  )
}

/** What was drawn and sent back. */
export function drawnIn(writes: Write[]): Geometry[] {
  return writes.flatMap(({ body }) => (body?.geometry ? [body.geometry as Geometry] : []))
}
