/** The page: bar, map, list or money, panel, card. On a phone, panel and card share the bottom sheet. */
import { lazy, Suspense, useState } from 'react'
import { CommunityCard } from '../card/CommunityCard'
import { ListView } from '../list/ListView'
import { Crash } from '../parts/Crash'
import { Skeleton } from '../parts/States'
import { useNarrow } from '../state/useDevice'
import { useFlavour } from '../state/useFlavour'
import { useView } from '../state/useView'
import { useWords } from '../text/useWords'
import { DESKS } from './desks'
import { Notices } from './Notices'
import { Panel } from './Panel'
import { Sheet } from './Sheet'
import { Sources } from './Sources'
import styles from './shell.module.css'
import { TopBar } from './TopBar'
import { usePageLanguage } from './usePageLanguage'

const MapView = lazy(() => import('../map/MapView'))
const CodePage = lazy(() => import('../resident/CodePage'))
const MoneyView = lazy(() => import('../money/MoneyView'))

export function App() {
  const words = useWords()
  const view = useView()
  const narrow = useNarrow()
  const [bbox, setBbox] = useState('')
  useFlavour()
  usePageLanguage()

  const panel = <Panel bbox={bbox} />
  const card = view.community === null ? null : <CommunityCard id={view.community} />
  const Own = view.desk ? DESKS[view.desk].Page : view.code && CodePage
  const onMap = view.shape === 'map'

  return (
    <div className={styles.page} data-shape={view.shape}>
      <a className={styles.skip} href="#results">
        {words.skip}
      </a>
      <TopBar />
      <Notices />
      {Own ? (
        <main className={styles.main}>
          <Suspense fallback={<Skeleton rows={5} />}>
            <Own />
          </Suspense>
        </main>
      ) : (
        <main className={styles.main}>
          {onMap && (
            <div className={styles.map}>
              <Crash instead={<p className={styles.noMap}>{words.mapFailed}</p>}>
                <Suspense fallback={<p className={styles.noMap}>{words.loading}</p>}>
                  <MapView onWindow={setBbox} />
                </Suspense>
              </Crash>
              {narrow && <Sources />}
            </div>
          )}
          {narrow && onMap ? (
            <Sheet key={view.community} card={card !== null}>
              {card ?? panel}
            </Sheet>
          ) : (
            <>
              <aside className={styles.panel}>{panel}</aside>
              {view.shape === 'list' && <ListView />}
              {view.shape === 'money' && (
                <Suspense fallback={<Skeleton rows={10} />}>
                  <MoneyView />
                </Suspense>
              )}
              {card && <aside className={styles.card}>{card}</aside>}
            </>
          )}
        </main>
      )}
      {!narrow && <Sources />}
    </div>
  )
}
