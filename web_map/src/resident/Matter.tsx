/** What a code is for: the vote or the survey, of which community, until when, and the plan. */
import type { About } from '../api/schema.gen'
import { useFormats } from '../format/useFormats'
import { Icon } from '../icons/Icon'
import { hrefOf, useView } from '../state/useView'
import { useResidentWords } from '../text/useResidentWords'
import styles from './resident.module.css'

export function Matter({ about }: { about: About }) {
  const words = useResidentWords()
  const formats = useFormats()
  const view = useView()
  const { title, place, starts, ends, community } = about
  const last = formats.date(ends)
  return (
    <section className={styles.matter}>
      <p className={styles.soft}>{title === null ? words.survey : words.vote}</p>
      <h3>{title ?? place}</h3>
      {title !== null && <p>{place}</p>}
      <p>{starts === null ? words.until(last) : words.span(formats.date(starts), last)}</p>
      {/* Another page: what is read there must not cost the code that was typed here. */}
      <a href={hrefOf(view, { code: false, community })} target="_blank" rel="noopener">
        <Icon name="clipboard" />
        {title === null ? words.toCommunity : words.plan}
      </a>
    </section>
  )
}
