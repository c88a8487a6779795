/** A button that asks for a photo or a PDF. */
import styles from './entry.module.css'

export function FilePick({ label, pick }: { label: string; pick: (file: File) => void }) {
  return (
    <label className={styles.file}>
      {label}
      <input
        type="file"
        accept="image/*,application/pdf"
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file) pick(file)
          target.value = ''
        }}
      />
    </label>
  )
}
