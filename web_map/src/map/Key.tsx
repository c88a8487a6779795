/** Theme switch, legend, and how many communities the map cannot show. */
import { filterQuery, useCatalogue, useOverview } from '../api/queries'
import { Icon } from '../icons/Icon'
import { useNarrow } from '../state/useDevice'
import { changeView, useView } from '../state/useView'
import { useWords } from '../text/useWords'
import { Legend } from './Legend'
import styles from './map.module.css'
import { ThemeSwitch } from './ThemeSwitch'

export function Key() {
  const words = useWords()
  const view = useView()
  const narrow = useNarrow()
  const { data: catalogue } = useCatalogue()
  const { data: overview } = useOverview({
    ...filterQuery(view),
    ...(view.division && { within: view.division }),
  })
  const unmapped = overview?.total.without_boundary ?? 0
  const outside = view.basemap === 'outside'
  return (
    <div className={styles.key} data-card={view.community !== null}>
      <ThemeSwitch />
      <details className={styles.legendBox} open={!narrow && view.community === null}>
        <summary>{words.legend}</summary>
        <Legend />
      </details>
      {catalogue?.outside_basemap && (
        <button
          type="button"
          className={styles.pill}
          aria-pressed={outside}
          onClick={() => changeView({ basemap: outside ? 'own' : 'outside' })}
        >
          <Icon name="map" />
          {words.outsideBasemap}
        </button>
      )}
      {unmapped > 0 && (
        <button
          type="button"
          className={styles.pill}
          aria-pressed={view.unmapped}
          onClick={() => changeView({ unmapped: !view.unmapped, here: false })}
        >
          <Icon name="unmapped" />
          {words.unmappedCount(unmapped)}
        </button>
      )}
    </div>
  )
}
