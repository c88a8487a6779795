/** A file of evidence: chosen or photographed, sent at once, seen, replaced or taken away. */
import type { WidgetProps } from '@rjsf/utils'
import { useMutation } from '@tanstack/react-query'
import { attach } from '../api/attachments'
import { Evidence } from '../parts/Evidence'
import { Problems } from '../staff/Problems'
import { useFormWords } from '../text/useFormWords'
import styles from './file.module.css'

const TYPES: Record<string, string> = {
  picture: 'image/jpeg,image/png,image/webp',
  paper: 'application/pdf',
}

export function FileWidget({ id, label, value, options, autofocus, onChange }: WidgetProps) {
  const words = useFormWords()
  const forms = options.forms as string[]
  const sending = useMutation({
    mutationFn: (file: File) => attach(file),
    onSuccess: ({ sha256 }) => onChange(sha256),
  })
  const kept = typeof value === 'string' && value !== ''
  return (
    <div className={styles.file}>
      {kept && <Evidence sha256={value} title={label} />}
      <input
        id={id}
        type="file"
        autoFocus={autofocus}
        accept={forms.map((form) => TYPES[form]).join(',')}
        disabled={sending.isPending}
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file) sending.mutate(file)
          target.value = ''
        }}
      />
      <div className={styles.choose}>
        <label htmlFor={id}>
          {sending.isPending ? words.sending : words.chooseFile(kept, forms.includes('paper'))}
        </label>
        {kept && (
          <button type="button" onClick={() => onChange(undefined)}>
            {words.removeFile}
          </button>
        )}
      </div>
      <Problems error={sending.error} />
    </div>
  )
}
