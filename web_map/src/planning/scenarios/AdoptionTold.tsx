/** What came of adopting: when, by whom, who is in the plan now, and who was refused and why. */
import type { Adoption } from '../../api/schema.gen'
import { useFormats } from '../../format/useFormats'
import staff from '../../staff/staff.module.css'
import { useScenarioWords } from '../../text/useScenarioWords'
import { Refused } from './Refused'

export function AdoptionTold({ adoption }: { adoption: Adoption }) {
  const words = useScenarioWords()
  const formats = useFormats()
  const { at, by, planned, already, refused } = adoption
  return (
    <section className={staff.section} aria-label={words.adoptedTag}>
      <h3>{words.adopted(at ? formats.moment(at) : '', by ?? '')}</h3>
      <p role="status">
        {words.planned(planned.length)}
        {already.length > 0 && ` · ${words.already(already.length)}`}
      </p>
      <Refused title={words.refused(refused.length)} refused={refused} />
      {adoption.hidden > 0 && <p>{words.hidden(adoption.hidden)}</p>}
    </section>
  )
}
