/** How many communities of a county, at the least and at the most. */
import { IconButton } from '../parts/IconButton'
import { usePlanningWords } from '../text/usePlanningWords'
import styles from './choice.module.css'
import { NumberField } from './NumberField'
import { useCounties } from './useAreas'
import type { Plan } from './usePlan'
import { without } from './wish'

export function Quotas({ plan: { first, wish, change } }: { plan: Plan }) {
  const words = usePlanningWords()
  const counties = useCounties(first.rows)
  const { floors, caps } = wish
  const limited = new Set([...Object.keys(floors), ...Object.keys(caps)])
  const set = (county: string, low: number | null, high: number | null) =>
    change({ floors: put(floors, county, low), caps: put(caps, county, high) })
  return (
    <fieldset>
      <legend>{words.quotas}</legend>
      {counties
        .filter(({ code }) => limited.has(code))
        .map(({ code, name }) => (
          <div key={code} className={styles.quota} role="group" aria-label={name}>
            <b>{name}</b>
            <NumberField
              label={words.atLeast}
              value={floors[code] ?? null}
              change={(low) => set(code, low, caps[code] ?? null)}
            />
            <NumberField
              label={words.atMost}
              value={caps[code] ?? null}
              change={(high) => set(code, floors[code] ?? 0, high)}
            />
            <IconButton icon="close" label={words.takeOff} onClick={() => set(code, null, null)} />
          </div>
        ))}
      <select
        aria-label={words.addCounty}
        value=""
        onChange={({ target }) => set(target.value, 1, null)}
      >
        <option value="">{words.addCounty}</option>
        {counties
          .filter(({ code }) => !limited.has(code))
          .map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
      </select>
    </fieldset>
  )
}

function put(
  before: Record<string, number>,
  key: string,
  value: number | null,
): Record<string, number> {
  return value === null ? without(before, key) : { ...before, [key]: Math.round(value) }
}
