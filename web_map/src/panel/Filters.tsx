/** What narrows the communities: phase, area, year, closures today, boundary. */
import { useOverview } from '../api/queries'
import { Icon } from '../icons/Icon'
import { Chip } from '../parts/Chip'
import { PhaseMark } from '../parts/PhasePill'
import { usePhases } from '../parts/usePhases'
import { NO_FILTER, type View } from '../state/view'
import { changeView, useView } from '../state/useView'
import { useWords } from '../text/useWords'
import { AreaFilter } from './AreaFilter'
import styles from './panel.module.css'

const YEARS_BACK = 4
const YEARS_AHEAD = 2

export function isFiltered(view: View): boolean {
  return Boolean(
    view.q ||
    view.division ||
    view.phases.length ||
    view.year ||
    view.closures ||
    view.unmapped ||
    view.here,
  )
}

export function Filters() {
  const words = useWords()
  const view = useView()
  const phases = usePhases()
  const { data: overview } = useOverview(view.division ? { within: view.division } : {})
  const thisYear = new Date().getFullYear()
  const years = Array.from(
    { length: YEARS_BACK + YEARS_AHEAD + 1 },
    (_, index) => thisYear - YEARS_BACK + index,
  )
  const togglePhase = (value: string) =>
    changeView({
      phases: view.phases.includes(value)
        ? view.phases.filter((phase) => phase !== value)
        : [...view.phases, value],
    })

  return (
    <section className={styles.filters} aria-label={words.filters}>
      <div className={styles.chips} role="group" aria-label={words.phase}>
        {phases.all.map((phase) => (
          <Chip
            key={phase.value}
            on={view.phases.includes(phase.value)}
            toggle={() => togglePhase(phase.value)}
          >
            <PhaseMark phase={phase} size={18} />
            {phase.label}
            <span className={styles.count}>{overview?.total.phases[phase.value] ?? ''}</span>
          </Chip>
        ))}
      </div>
      <div className={styles.selects}>
        <AreaFilter />
        <label>
          <span className="unseen">{words.year}</span>
          <select
            value={view.year ?? ''}
            onChange={(event) => changeView({ year: Number(event.target.value) || null })}
          >
            <option value="">{words.anyYear}</option>
            {years.map((year) => (
              <option key={year} value={year}>
                {year}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div className={styles.chips}>
        <Chip on={view.closures} toggle={() => changeView({ closures: !view.closures })}>
          <Icon name="alert" />
          {words.closuresToday}
        </Chip>
        <Chip
          on={view.unmapped}
          toggle={() => changeView({ unmapped: !view.unmapped, here: false })}
        >
          <Icon name="unmapped" />
          {words.unmapped}
        </Chip>
        {view.shape === 'map' && (
          <Chip on={view.here} toggle={() => changeView({ here: !view.here, unmapped: false })}>
            <Icon name="map" />
            {words.inWindow}
          </Chip>
        )}
        {isFiltered(view) && (
          <button type="button" className={styles.plain} onClick={() => changeView(NO_FILTER)}>
            {words.clearFilters}
          </button>
        )}
      </div>
    </section>
  )
}
