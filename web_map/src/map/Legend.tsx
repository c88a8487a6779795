/** What the colours mean: swatch, icon and word, with how many communities of each there are. */
import { useCatalogue } from '../api/queries'
import type { Theme, ThemeClass } from '../api/schema.gen'
import { Icon } from '../icons/Icon'
import { PhaseMark } from '../parts/PhasePill'
import { usePhases } from '../parts/usePhases'
import { useFlavour } from '../state/useFlavour'
import { useView } from '../state/useView'
import { useSay, useWords } from '../text/useWords'
import styles from './map.module.css'

export function Legend() {
  const words = useWords()
  const say = useSay()
  const { theme } = useView()
  const { data } = useCatalogue()
  const shown = data?.themes.find(({ name }) => name === theme)
  return (
    <section aria-label={words.legend} className={styles.legend}>
      {theme === 'closures' ? (
        <ClosureLegend />
      ) : (
        shown && (
          <>
            <h2>{say(shown.title)}</h2>
            {theme === 'stage' ? <PhaseLegend theme={shown} /> : <RampLegend theme={shown} />}
          </>
        )
      )}
    </section>
  )
}

function PhaseLegend({ theme }: { theme: Theme }) {
  const words = useWords()
  const { all: phases, of } = usePhases()
  const none = of({ phase: null, stage: 'cancelled' })
  return (
    <ul>
      {phases.map((phase) => (
        <li key={phase.value}>
          <PhaseMark phase={phase} size={18} />
          {phase.label}
          <b>{theme.classes.find(({ value }) => value === phase.value)?.count}</b>
        </li>
      ))}
      {theme.none.count > 0 && (
        <li>
          <PhaseMark phase={none} size={18} />
          {words.noPhase}
          <b>{theme.none.count}</b>
        </li>
      )}
      <li className={styles.lapsed}>
        <Icon name="alert" size={16} />
        {words.lapsed}
      </li>
    </ul>
  )
}

function RampLegend({ theme }: { theme: Theme }) {
  return (
    <ul>
      {theme.classes.map((entry) => (
        <Swatch key={entry.low} entry={entry} />
      ))}
      <Swatch entry={theme.none} hatched />
    </ul>
  )
}

function Swatch({ entry, hatched = false }: { entry: ThemeClass; hatched?: boolean }) {
  const say = useSay()
  const dark = useFlavour() === 'dark'
  return (
    <li>
      <i
        className={hatched ? styles.hatched : undefined}
        style={hatched ? undefined : { background: dark ? entry.dark_color : entry.color }}
      />
      {say(entry.label)}
      <b>{entry.count}</b>
    </li>
  )
}

function ClosureLegend() {
  const words = useWords()
  return (
    <>
      <h2>{words.theme.closures}</h2>
      <ul>
        <li>
          <i style={{ background: 'var(--danger)' }} />
          {words.withClosure}
        </li>
        <li>
          <i style={{ background: 'var(--raised)' }} />
          {words.withoutClosure}
        </li>
        <li>
          <i className={styles.perimeter} />
          {words.perimeterActive}
        </li>
        <li>
          <i className={styles.perimeterPlanned} />
          {words.perimeterPlanned}
        </li>
      </ul>
    </>
  )
}
