/** The photo that came with a report; it is shown with it, or kept for the office alone. */
import { addressOfFile } from '../../../api/attachments'
import { changeRow } from '../../../api/items'
import { Problems } from '../../../staff/Problems'
import staff from '../../../staff/staff.module.css'
import { useTalkWords } from '../../../text/useTalkWords'
import { useWriting } from '../../community/ledger/writing'
import type { Report } from './asking'
import styles from './reports.module.css'

export function Photo({ report }: { report: Report }) {
  const words = useTalkWords()
  const { photo, kept_photo = null } = report.properties
  const moving = useWriting((properties: { photo: string | null; kept_photo: string | null }) =>
    changeRow('reports', report, { properties }),
  )
  const sha256 = photo ?? kept_photo
  if (!sha256) return null
  const isPrivate = report.properties.private
  return (
    <figure className={styles.photo}>
      <a href={addressOfFile(sha256)} target="_blank" rel="noreferrer">
        <img src={addressOfFile(sha256)} alt={words.photo} />
      </a>
      <figcaption>
        <span>{photo && !isPrivate ? words.photoShown : words.photoKept}</span>
        {!isPrivate && (
          <span className={staff.actions}>
            <button
              type="button"
              disabled={moving.isPending}
              onClick={() => moving.mutate({ photo: kept_photo, kept_photo: photo })}
            >
              {photo ? words.keepPhoto : words.showPhoto}
            </button>
          </span>
        )}
        <Problems error={moving.error} />
      </figcaption>
    </figure>
  )
}
