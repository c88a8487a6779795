/** The same question on today's data: the same, or what has changed since. */
import type { Criterion, Named, RerunTold } from '../../api/schema.gen'
import { Problems } from '../../staff/Problems'
import staff from '../../staff/staff.module.css'
import { useScenarioWords } from '../../text/useScenarioWords'
import type { ScenarioWords } from '../../text/scenariosZh'
import { useRerun } from './asking'
import styles from './scenarios.module.css'

interface Props {
  id: number
  criteria: Criterion[]
}

export function Rerun({ id, criteria }: Props) {
  const words = useScenarioWords()
  const rerun = useRerun(id)
  return (
    <section className={staff.section}>
      <div className={staff.actions}>
        <button type="button" disabled={rerun.isPending} onClick={() => rerun.mutate()}>
          {rerun.isPending ? words.rerunning : words.rerun}
        </button>
      </div>
      <Problems error={rerun.error} />
      {rerun.data && <Told told={rerun.data} criteria={criteria} />}
    </section>
  )
}

function Told({ told, criteria }: { told: RerunTold; criteria: Criterion[] }) {
  const words = useScenarioWords()
  const titles = new Map(criteria.map(({ code, title }) => [code, title]))
  const input = (name: string) => titles.get(name) ?? words.input[name] ?? name
  return (
    <div role="status" className={staff.note} data-kind={told.same ? undefined : 'warning'}>
      <strong>{verdict(told, words)}</strong>
      <Names title={words.entered} of={told.entered} />
      <Names title={words.left} of={told.left} />
      <Names title={words.appeared} of={told.appeared} />
      {told.gone > 0 && <p>{words.gone(told.gone)}</p>}
      {told.changed.length > 0 && (
        <details>
          <summary>{words.titled(words.changed, told.changed.length)}</summary>
          <ul className={styles.plain}>
            {told.changed.map(({ id, name, inputs }) => (
              <li key={id}>{`${name}${words.colon}${inputs.map(input).join(words.comma)}`}</li>
            ))}
          </ul>
        </details>
      )}
      {told.hidden > 0 && <p>{words.hidden(told.hidden)}</p>}
    </div>
  )
}

function Names({ title, of }: { title: string; of: Named[] }) {
  const words = useScenarioWords()
  if (of.length === 0) return null
  return (
    <p>{`${words.titled(title, of.length)}${words.colon}${of.map(({ name }) => name).join(words.comma)}`}</p>
  )
}

function verdict(told: RerunTold, words: ScenarioWords): string {
  if (told.status === 'infeasible') return words.infeasible
  if (told.same) return words.same
  if (told.same_choice) return words.sameChoice
  return told.same_inputs ? words.sameInputs : words.differs
}
