/** What has not been uploaded yet, in words; what was sent back, with its reasons. */
import { useSession } from '../../api/queries'
import { useOnline } from '../../state/useDevice'
import { useDeskWords } from '../../text/useDeskWords'
import styles from '../desk.module.css'
import { keepWrite } from './database'
import { drop, replay } from './queue'
import { useQueue } from './useQueue'

export function QueueNotice({ owner }: { owner: string }) {
  const words = useDeskWords()
  const online = useOnline()
  const { data } = useSession()
  const writes = useQueue(owner)
  const waiting = writes.filter(({ state }) => state === 'waiting').length
  const refused = writes.filter(({ state }) => state === 'refused')
  const says = !online
    ? words.waiting(waiting)
    : data?.signed_in
      ? words.uploading(waiting)
      : words.signInToUpload(waiting)
  return (
    <>
      {waiting > 0 && (
        <p className={styles.note} data-kind="warning" role="status">
          {says}
        </p>
      )}
      {refused.map((write) => (
        <div key={write.key} className={styles.note} data-kind="danger" role="alert">
          <strong>
            {words.refused}:{write.label}
          </strong>
          <p>
            {write.told?.problems?.map(({ message }) => message).join(' ') || write.told?.message}
          </p>
          <div className={styles.actions}>
            <button
              type="button"
              onClick={() =>
                void keepWrite({ ...write, state: 'waiting', key: crypto.randomUUID() })
                  .then(() => drop(write.key))
                  .then(() => replay(owner))
              }
            >
              {words.retry}
            </button>
            <button type="button" onClick={() => void drop(write.key)}>
              {words.dismiss}
            </button>
          </div>
        </div>
      ))}
    </>
  )
}
