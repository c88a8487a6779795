/** My sites, on the map and in a list, with what asks for attention first. */
import { Empty } from '../parts/States'
import { changeView } from '../state/useView'
import { useDeskWords } from '../text/useDeskWords'
import styles from './desk.module.css'
import { usePerimeters, type Site } from './items'
import { QueueNotice } from './keeping/QueueNotice'
import { boxOfShapes, collection } from './map/collections'
import { DeskMap } from './map/DeskMap'
import { NewerNotice } from './offline/NewerNotice'
import { StateChips } from './perimeter/StateChips'

const open = (site: number) => changeView({ site })

export function SiteChooser({ sites, owner }: { sites: Site[]; owner: string }) {
  const words = useDeskWords()
  const perimeters = usePerimeters()
  const box = boxOfShapes(sites.map(({ geometry }) => geometry))
  if (!box) return <Empty title={words.noSites} hint={words.noSitesHint} />
  const grounds = sites.flatMap(({ id, geometry }) =>
    geometry ? [{ type: 'Feature' as const, geometry, properties: { id } }] : [],
  )
  return (
    <div className={styles.desk}>
      <div className={styles.map}>
        <DeskMap
          box={box}
          shown={{ 'desk-sites': collection(grounds) }}
          press={(_, id) => open(id)}
        />
      </div>
      <section className={styles.panel} aria-label={words.mySites}>
        <NewerNotice />
        <QueueNotice owner={owner} />
        <h2>{words.mySites}</h2>
        <ul className={styles.list}>
          {sites.map(({ id, properties }) => (
            <li key={id}>
              <button type="button" onClick={() => open(id)}>
                <strong>{properties.name}</strong>
                <span>{properties.contractor}</span>
                <StateChips
                  perimeters={(perimeters.data ?? []).filter((each) => each.properties.site === id)}
                />
              </button>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
