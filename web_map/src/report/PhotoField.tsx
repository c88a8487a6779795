/** A photo of what is wrong: taken now or chosen, made smaller, looked at before it is sent. */
import parts from '../parts/parts.module.css'
import { useReportWords } from '../text/useReportWords'
import styles from './photo.module.css'
import { smaller } from './photo'
import { useImage } from './useImage'

interface Props {
  photo: Blob | null
  change: (photo: Blob | null) => void
}

export function PhotoField({ photo, change }: Props) {
  const words = useReportWords()
  const shown = useImage(photo)
  return (
    <div className={styles.photo}>
      {shown && <img src={shown} alt={words.photo} />}
      <label className={parts.button}>
        {photo ? words.photoAnew : words.addPhoto}
        <input
          type="file"
          accept="image/*"
          onChange={({ target }) => {
            const [file] = target.files ?? []
            if (file) void smaller(file).then(change)
            target.value = ''
          }}
        />
      </label>
      {photo && (
        <button type="button" className={parts.button} onClick={() => change(null)}>
          {words.noPhoto}
        </button>
      )}
      <small>{words.photoHint}</small>
    </div>
  )
}
