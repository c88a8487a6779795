/** The ranking: one row a community, of which only those in view are drawn. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, useEffect, useRef } from 'react'
import type { RankingTold } from '../api/schema.gen'
import { usePlanningWords } from '../text/usePlanningWords'
import styles from './ranked.module.css'
import { RankedRow } from './RankedRow'
import type { Plan, Seen } from './usePlan'

const ROW_PX = 56

export type Row = RankingTold['rows'][number]

interface Props extends Pick<Plan, 'choose' | 'change'> {
  seen: Seen
}

export const Ranked = memo(function Ranked({ seen, choose, change }: Props) {
  const words = usePlanningWords()
  const holder = useRef<HTMLDivElement>(null)
  const {
    told: { rows },
    shown,
    open,
  } = seen

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
        {[words.rank, words.name, words.parts, words.band, words.score, words.cost].map((head) => (
          <span key={head} role="columnheader">
            {head}
          </span>
        ))}
        <span role="columnheader" className="unseen">
          {words.locks}
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
              seen={seen}
              choose={choose}
              change={change}
              row={row}
              at={at}
              line={index}
              start={start}
            />
          )
        })}
      </div>
    </div>
  )
})
