/** The year, and which communities are concerned: of a county, of a street, eligible or all. */
import { useFormats } from '../format/useFormats'
import { Chip } from '../parts/Chip'
import { usePlanningWords } from '../text/usePlanningWords'
import styles from './planning.module.css'
import { useCounties, useStreets } from './useAreas'
import type { Plan } from './usePlan'

const THIS_YEAR = new Date().getFullYear()
const COUNTY_DIGITS = 6

export function ScopeBar({ plan }: { plan: Plan }) {
  const words = usePlanningWords()
  const formats = useFormats()
  const { wish, change, told } = plan
  const { division } = wish.scope
  const county = division.slice(0, COUNTY_DIGITS)
  const counties = useCounties(plan.first.rows)
  const streets = useStreets(county)
  const within = (code: string) => change({ scope: { ...wish.scope, division: code } })
  return (
    <header>
      <label>
        {words.year}
        <select
          value={wish.year}
          onChange={(event) => change({ year: Number(event.target.value) })}
        >
          {[0, 1, 2, 3].map((ahead) => (
            <option key={ahead}>{THIS_YEAR + ahead}</option>
          ))}
        </select>
      </label>
      <label>
        {words.county}
        <select value={county} onChange={(event) => within(event.target.value)}>
          <option value="">{words.allCounties}</option>
          {counties.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {streets.length > 0 && (
        <label>
          {words.street}
          <select value={division} onChange={(event) => within(event.target.value)}>
            <option value={county}>{words.allStreets}</option>
            {streets.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <Chip on={plan.onlyEligible} toggle={() => plan.setOnlyEligible(!plan.onlyEligible)}>
        {words.onlyEligible}
      </Chip>
      <span className={styles.soft} role="status">
        {words.counted(plan.shown.length, told.matched)}
        {told.data_date && ` · ${words.dataDate(formats.moment(told.data_date))}`}
      </span>
    </header>
  )
}
