/** Community by community: how it stands in each scenario. Linked with the map. */
import { useEffect, useRef } from 'react'
import type { LineTold, ScenarioTold, Side } from '../../api/schema.gen'
import { useFormats } from '../../format/useFormats'
import { useScenarioWords } from '../../text/useScenarioWords'
import styles from './compare.module.css'
import { groupOf, LETTERS } from './comparing'
import { Mark } from './GroupKey'
import { More, useSome } from './More'
import shared from './scenarios.module.css'

interface Props {
  lines: LineTold[]
  scenarios: ScenarioTold[]
  open: number | null
  choose: (id: number | null) => void
}

export function LineTable({ lines, scenarios, open, choose }: Props) {
  const words = useScenarioWords()
  const { some, rest, more } = useSome(lines)
  const chosen = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    chosen.current?.scrollIntoView({ block: 'nearest' })
  }, [open])
  return (
    <div className={styles.lines}>
      <table className={shared.table}>
        <thead>
          <tr>
            <th scope="col">{words.community}</th>
            {scenarios.map(({ id, name }, at) => (
              <th key={id} scope="col" title={name}>
                {LETTERS[at]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {some.map((line) => (
            <tr
              key={line.id}
              ref={line.id === open ? chosen : null}
              aria-current={line.id === open ? 'true' : undefined}
            >
              <th scope="row">
                <Mark letters={groupOf(line)} scenarios={scenarios.length} />
                <button
                  type="button"
                  className={shared.link}
                  onClick={() => choose(line.id === open ? null : line.id)}
                >
                  {line.name}
                </button>
              </th>
              {line.sides.map((side, at) => (
                <Cell key={at} side={side} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <More rest={rest} more={more} />
    </div>
  )
}

function Cell({ side }: { side: Side | null }) {
  const words = useScenarioWords()
  const formats = useFormats()
  if (!side) return <td className={shared.soft}>{words.absent}</td>
  return (
    <td data-standing={side.standing}>
      {words.standing[side.standing]}
      {side.cost_cny !== null && <small>{formats.money(side.cost_cny)}</small>}
    </td>
  )
}
