/** One site: its map above, and below what is being done there. */
import type { Geometry, Polygon } from 'geojson'
import type { Map as MapLibre } from 'maplibre-gl'
import { lazy, Suspense, useRef, useState } from 'react'
import type { Finding } from '../api/schema.gen'
import { Failure, Skeleton } from '../parts/States'
import { Conflict, versions } from './keeping/Conflict'
import { drawnIn, placesOf } from './keeping/Refused'
import { useQueue } from './keeping/useQueue'
import { useDraft } from './keeping/useDraft'
import desk from './desk.module.css'
import { DraftDesk } from './DraftDesk'
import { boxOfShapes, findingsShown, perimetersShown, shapes } from './map/collections'
import { DeskMap } from './map/DeskMap'
import { useBuildings, useOfSite, usePerimeters, type Site } from './items'
import { PerimeterPanel } from './perimeter/PerimeterPanel'
import { useView } from '../state/useView'
import { SitePanel } from './SitePanel'
import { AddDesk } from './upkeep/AddDesk'
import type { Kind } from './upkeep/kinds'

// Cutting shapes exactly takes a library of its own.
const SplitDesk = lazy(() => import('./splitting/SplitDesk'))

export function SitePage({ site, owner }: { site: Site; owner: string }) {
  const perimeters = usePerimeters(site.id)
  const areas = useOfSite<object, Polygon>('work_areas', site.id)
  const buildings = useBuildings(site.properties.community)
  const drafting = useDraft(owner, site.id)
  const queue = useQueue(owner)
  const conflict = queue.find(({ state }) => state === 'conflict')
  const refused = queue.filter(({ state }) => state === 'refused')
  const { part } = useView()
  const [chosen, setChosen] = useState<number | null>(() => perimeterIn(part))
  const [findings, setFindings] = useState<Finding[]>([])
  const [adding, setAdding] = useState<Kind | null>(null)
  const [splitting, setSplitting] = useState(false)
  const map = useRef<MapLibre>(null)
  const box = boxOfShapes([site.geometry])

  if (perimeters.error)
    return <Failure error={perimeters.error} retry={() => void perimeters.refetch()} />
  if (!perimeters.data || drafting.draft === undefined || !box) return <Skeleton rows={5} />

  const flyTo = (geometry: Geometry) => {
    const to = boxOfShapes([geometry])
    if (to) map.current?.fitBounds(to, { padding: 60, maxZoom: 20.5 })
  }
  const fly = (geometry: NonNullable<Finding['geometry']>) => flyTo(geometry as unknown as Geometry)
  const around = [
    ...(buildings.data ?? []).map(({ geometry }) => geometry),
    ...perimeters.data.map(({ geometry }) => geometry),
  ].filter(({ type }) => (type as string) === 'Polygon')

  const { draft } = drafting
  if (draft)
    return (
      <DraftDesk
        site={site}
        owner={owner}
        draft={draft}
        drafting={drafting}
        perimeters={perimeters.data}
        around={around}
      />
    )

  if (adding)
    return <AddDesk site={site} owner={owner} kind={adding} done={() => setAdding(null)} />

  const perimeter = perimeters.data.find(({ id }) => id === chosen)
  if (splitting && perimeter)
    return (
      <Suspense fallback={<Skeleton rows={5} />}>
        <SplitDesk
          owner={owner}
          perimeter={perimeter}
          area={(areas.data ?? []).find(({ id }) => id === perimeter.properties.work_area) ?? null}
          around={around}
          done={() => {
            setSplitting(false)
            setChosen(null)
          }}
        />
      </Suspense>
    )
  const both = conflict && versions(conflict)
  return (
    <div className={desk.desk}>
      <div className={desk.map}>
        <DeskMap
          box={box}
          shown={{
            'desk-sites': shapes(site.geometry),
            'desk-areas': shapes(...(areas.data ?? []).map(({ geometry }) => geometry)),
            'desk-perimeters': perimetersShown(perimeters.data, chosen, null),
            'desk-findings': findingsShown(perimeter ? findings : []),
            'desk-mine': shapes(both?.mine.geometry, ...drawnIn(refused)),
            'desk-refused': shapes(...placesOf(refused)),
            'desk-theirs': shapes(both?.theirs?.geometry),
          }}
          press={(overlay, id) => overlay === 'desk-perimeters' && setChosen(id)}
        >
          {(made) => {
            map.current = made
            return null
          }}
        </DeskMap>
      </div>
      {conflict ? (
        <Conflict write={conflict} owner={owner} />
      ) : perimeter ? (
        <PerimeterPanel
          key={perimeter.id}
          perimeter={perimeter}
          community={site.properties.community}
          owner={owner}
          found={setFindings}
          fly={fly}
          edit={() =>
            drafting.begin({
              id: perimeter.id,
              version: perimeter.version ?? null,
              area: null,
              shape: perimeter.geometry,
              fields: perimeter.properties,
              seen: { geometry: perimeter.geometry, properties: { ...perimeter.properties } },
            })
          }
          split={() => setSplitting(true)}
          back={() => setChosen(null)}
        />
      ) : (
        <SitePanel
          site={site}
          owner={owner}
          fly={flyTo}
          perimeters={perimeters.data}
          choose={setChosen}
          add={setAdding}
          begin={() =>
            drafting.begin({
              id: null,
              version: null,
              area: null,
              shape: null,
              fields: {},
              seen: null,
            })
          }
        />
      )}
    </div>
  )
}

/** A link may lead to one perimeter of the site: `part=perimeter/12`. */
function perimeterIn(part: string): number | null {
  const [name, id] = part.split('/')
  return name === 'perimeter' ? Number(id) || null : null
}
