/** What has not been uploaded yet, in words; what was sent back, with its reasons. */
import { useSession } from '../../api/queries'
import { useOnline } from '../../state/useDevice'
import { useDeskWords } from '../../text/useDeskWords'
import styles from '../desk.module.css'
import { Refused, type Fly } from './Refused'
import { useQueue } from './useQueue'

export function QueueNotice({ owner, fly }: { owner: string; fly?: Fly }) {
  const words = useDeskWords()
  const online = useOnline()
  const { data } = useSession()
  const writes = useQueue(owner)
  const queued = writes.filter(({ state }) => state === 'waiting')
  const waiting = queued.length
  // A work area and its perimeter bear one name.
  const labels = [...new Set(queued.map(({ label }) => label).filter(Boolean))]
  const refused = writes.filter(({ state }) => state === 'refused')
  const says = !online
    ? words.waiting(waiting)
    : data?.signed_in
      ? words.uploading(waiting)
      : words.signInToUpload(waiting)
  return (
    <>
      {waiting > 0 && (
        <div className={styles.note} data-kind="warning" role="status">
          <strong>{says}</strong>
          {labels.map((label) => (
            <p key={label}>{label}</p>
          ))}
        </div>
      )}
      {refused.map((write) => (
        <Refused key={write.key} write={write} owner={owner} fly={fly} />
      ))}
    </>
  )
}
