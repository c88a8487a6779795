/** The forms that are signed at an acceptance: for common parts, and one a household. */
import staff from '../../../../staff/staff.module.css'
import { useView } from '../../../../state/useView'
import { useCommunityWords } from '../../../../text/useCommunityWords'
import styles from './above.module.css'
import type { AboveProps } from './props'

export function Forms({ community, begin }: AboveProps) {
  const words = useCommunityWords().prints
  const { language } = useView()
  if (!begin) return null
  return (
    <section className={styles.above}>
      <div className={staff.actions}>
        <a
          className={styles.link}
          href={`/api/communities/${community}/acceptance-forms.pdf?lang=${language}`}
        >
          {words.forms}
        </a>
      </div>
      <p className={staff.soft}>{words.formsHint}</p>
    </section>
  )
}
