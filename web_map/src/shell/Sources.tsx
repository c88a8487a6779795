/** Whose data this is, how fresh, and under which approval the map is published. */
import { useCatalogue } from '../api/queries'
import { useFormats } from '../format/useFormats'
import { useWords } from '../text/useWords'
import styles from './shell.module.css'

export function Sources() {
  const words = useWords()
  const formats = useFormats()
  const { data } = useCatalogue()
  if (!data) return null
  const { data_source: source, map_approval: approval, as_of: asOf } = data
  return (
    <footer className={styles.sources}>
      {source && <span>{words.dataSource(source)}</span>}
      {approval && <span>{words.approval(approval)}</span>}
      {asOf && <span>{words.asOf(formats.moment(asOf))}</span>}
    </footer>
  )
}
