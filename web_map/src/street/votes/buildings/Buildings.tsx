/** Building by building: on the map, in a table, and what the chosen one is short of. */
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo, useState } from 'react'
import { items } from '../../../api/items'
import type { VoteTally } from '../../../api/schema.gen'
import { Skeleton } from '../../../parts/States'
import staff from '../../../staff/staff.module.css'
import { useVotesWords } from '../../../text/useVotesWords'
import { isNothing } from '../shares'
import { BuildingTable, Short } from './BuildingTable'
import styles from './buildings.module.css'
import { boxOf, type Outline } from './painted'
import { TallyLegend } from './TallyLegend'

const TallyMap = lazy(() => import('./TallyMap').then((module) => ({ default: module.TallyMap })))

export function Buildings({ tally, community }: { tally: VoteTally; community: number }) {
  const words = useVotesWords()
  const [chosen, setChosen] = useState<number | null>(null)
  const { data } = useQuery({
    queryKey: ['items', 'buildings', community],
    queryFn: () => items<Outline>('buildings', { community }),
    staleTime: Infinity,
  })
  const box = useMemo(() => data && boxOf(data), [data])
  const tallies = tally.buildings
  if (tallies.length === 0)
    return (
      <section className={staff.section}>
        <p className={staff.note}>{words.noLedger}</p>
      </section>
    )
  // Totals may have been entered without the ballots that they were counted from.
  if (tally.took_part.owners > 0 && tallies.every(({ took_part }) => took_part.owners === 0))
    return (
      <section className={staff.section}>
        <p className={staff.note}>{words.onlyTotals}</p>
      </section>
    )
  const shown = tallies.find(({ building }) => building !== null && building === chosen)
  return (
    <section className={staff.section}>
      <h3>{words.buildings}</h3>
      <p className={staff.soft}>{words.lowest}</p>
      <div className={styles.both}>
        <div>
          <div className={styles.map}>
            {box && data && (
              <Suspense fallback={<Skeleton rows={4} />}>
                <TallyMap
                  box={box}
                  outlines={data}
                  tallies={tallies}
                  chosen={chosen}
                  choose={setChosen}
                />
              </Suspense>
            )}
            {data && !box && <p className={staff.note}>{words.noShapes}</p>}
            <p className={styles.told} role="status">
              {shown ? (
                <>
                  <strong>{words.buildingName(shown.number)}</strong>{' '}
                  {isNothing(shown.missing) ? (
                    words.reached
                  ) : (
                    <>
                      {words.missing} <Short missing={shown.missing} />
                    </>
                  )}
                </>
              ) : (
                words.choose
              )}
            </p>
          </div>
          <TallyLegend tallies={tallies} />
        </div>
        <BuildingTable tallies={tallies} chosen={chosen} choose={setChosen} />
      </div>
    </section>
  )
}
