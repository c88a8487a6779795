/** The same as the map, for those who read: each building's part, and what it is short of. */
import { useEffect, useRef } from 'react'
import type { BuildingTally, ShareOutput } from '../../../api/schema.gen'
import { useFormats } from '../../../format/useFormats'
import tables from '../../../parts/table.module.css'
import { useVotesWords } from '../../../text/useVotesWords'
import { isNothing, shareOf } from '../shares'
import styles from './buildings.module.css'

interface Props {
  tallies: BuildingTally[]
  chosen: number | null
  choose: (building: number | null) => void
}

export function BuildingTable({ tallies, chosen, choose }: Props) {
  const words = useVotesWords()
  return (
    <table className={`${styles.table} ${tables.stacked}`} role="table">
      <thead>
        <tr role="row">
          <th scope="col">{words.building}</th>
          <th scope="col">{words.households}</th>
          <th scope="col">{words.part}</th>
          <th scope="col">{words.missing}</th>
          <th scope="col">{words.favour}</th>
        </tr>
      </thead>
      <tbody>
        {tallies.map((tally) => (
          <BuildingRow
            key={tally.building ?? 0}
            tally={tally}
            chosen={tally.building !== null && tally.building === chosen}
            choose={() => choose(tally.building)}
          />
        ))}
      </tbody>
    </table>
  )
}

interface RowProps {
  tally: BuildingTally
  chosen: boolean
  choose: () => void
}

function BuildingRow({ tally, chosen, choose }: RowProps) {
  const words = useVotesWords()
  const row = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const { number, households, took_part, in_favour, total, missing } = tally
  return (
    <tr ref={row} role="row" aria-selected={chosen} onClick={choose}>
      <th scope="row">
        <button type="button" onClick={choose}>
          {words.buildingName(number)}
        </button>
      </th>
      <td data-label={words.households} data-figure>
        {households}
      </td>
      <td data-label={words.part}>
        <Both part={took_part} whole={total} />
      </td>
      <td data-label={words.missing} data-short={!isNothing(missing)}>
        {isNothing(missing) ? words.reached : <Short missing={missing} />}
      </td>
      <td data-label={words.favour}>
        <Both part={in_favour} whole={took_part} />
      </td>
    </tr>
  )
}

/** By heads and by area. */
function Both({ part, whole }: { part: ShareOutput; whole: ShareOutput }) {
  const words = useVotesWords()
  const formats = useFormats()
  const { owners, area } = shareOf(part, whole)
  return (
    <>
      {words.heads} {formats.share(owners)} · {words.area} {formats.share(area)}
    </>
  )
}

export function Short({ missing }: { missing: ShareOutput }) {
  const words = useVotesWords()
  return (
    <>
      {[
        missing.owners > 0 && words.people(missing.owners),
        Number(missing.area_m2) > 0 && words.m2(missing.area_m2),
      ]
        .filter(Boolean)
        .join(' · ')}
    </>
  )
}
