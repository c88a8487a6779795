/** One select that walks down the divisions: all → city → county, and up again. */
import { useQueries, useQuery } from '@tanstack/react-query'
import { overviewOptions } from '../api/queries'
import type { DivisionTally } from '../api/schema.gen'
import { changeView, useView } from '../state/useView'
import { useWords } from '../text/useWords'

/** Lengths of the codes of a province, a city, a county and a street. */
const LEVELS = [2, 4, 6, 9]

export function AreaFilter() {
  const words = useWords()
  const { division } = useView()
  const ways = ['', ...LEVELS.filter((n) => n <= division.length).map((n) => division.slice(0, n))]
  const levels = useQueries({
    queries: ways.map((within) => overviewOptions(within ? { within } : {})),
  })
  const last = peopled(levels.at(-1)?.data?.divisions)
  // A province that holds every community is no choice: what lies in it is offered at once.
  const only = last.length === 1 ? last[0] : undefined
  const inside = useQuery({
    ...overviewOptions({ within: only?.code ?? '' }),
    enabled: only !== undefined,
  })
  const above = levels.flatMap(({ data }) => data?.within ?? [])
  const below = [...last, ...peopled(inside.data?.divisions)]

  return (
    <label>
      <span className="unseen">{words.area}</span>
      <select value={division} onChange={(event) => changeView({ division: event.target.value })}>
        <option value="">{words.allAreas}</option>
        {above.map(({ code, name }) => (
          <option key={code} value={code}>
            {indent(code)}
            {code === division && below.length ? words.everyPart(name) : name}
          </option>
        ))}
        {below.map(({ code, name, communities }) => (
          <option key={code} value={code}>
            {indent(code)}
            {`${name} (${communities})`}
          </option>
        ))}
      </select>
    </label>
  )
}

function peopled(divisions: DivisionTally[] = []): DivisionTally[] {
  return divisions.filter(({ communities }) => communities > 0)
}

function indent(code: string): string {
  return '\u2003'.repeat(Math.max(0, LEVELS.indexOf(code.length)))
}
