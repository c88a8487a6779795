/** The ranking: one row a community, of which only those in view are drawn. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import type { RankingTold } from '../api/schema.gen'
import { usePlanningWords } from '../text/usePlanningWords'
import shared from './planning.module.css'
import styles from './ranked.module.css'
import { RankedRow } from './RankedRow'
import type { Scored, Utilities } from './scoring'

const ROW_PX = 56

export type Row = RankingTold['rows'][number]

interface Props {
  rows: Row[]
  /** Places in `rows`, in the order to show. */
  shown: number[]
  rankOf: Uint32Array
  scores: Scored
  utilities: Utilities
  weights: Float64Array
  /** About how many will be chosen, for which the ranking was tried. */
  first: number
  inPlan: ReadonlySet<string>
  open: string | null
  choose: (id: string | null) => void
}

export function Ranked({ rows, shown, open, choose, ...rest }: Props) {
  const words = usePlanningWords()
  const holder = useRef<HTMLDivElement>(null)
  // eslint-disable-next-line react-hooks/incompatible-library -- its functions change with the scroll
  const table = useVirtualizer({
    count: shown.length,
    getScrollElement: () => holder.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
  })
  const at = open === null ? -1 : shown.findIndex((row) => rows[row]?.id === open)
  const { scrollToIndex } = table
  // What is chosen on the map comes into view; what is chosen here already is.
  useEffect(() => {
    if (at >= 0) scrollToIndex(at, { align: 'auto' })
    // eslint-disable-next-line react-hooks/exhaustive-deps -- not whenever the order moves
  }, [open, scrollToIndex])

  return (
    <div ref={holder} className={styles.ranked} role="table" aria-rowcount={shown.length + 1}>
      <div className={styles.heads} role="row">
        <span role="columnheader">{words.rank}</span>
        <span role="columnheader">{words.name}</span>
        <span role="columnheader">{words.parts}</span>
        <span role="columnheader" className={shared.figure}>
          {words.score}
        </span>
        <span role="columnheader" className={shared.figure}>
          {words.cost}
        </span>
      </div>
      <div style={{ blockSize: table.getTotalSize(), position: 'relative' }} role="rowgroup">
        {table.getVirtualItems().map(({ index, start }) => {
          const at = shown[index]
          const row = at === undefined ? undefined : rows[at]
          if (at === undefined || !row) return null
          return (
            <RankedRow
              key={row.id}
              row={row}
              at={at}
              line={index}
              start={start}
              chosen={row.id === open}
              choose={() => choose(row.id === open ? null : row.id)}
              {...rest}
            />
          )
        })}
      </div>
    </div>
  )
}
