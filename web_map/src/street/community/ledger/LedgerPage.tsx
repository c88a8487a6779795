/** The ledgers of a community: chosen by the part of the way they belong to, one open at a time. */
import { useEffect, useRef, useState } from 'react'
import type { Values } from '../../../forms/LayerForm'
import { Skeleton } from '../../../parts/States'
import { changeView } from '../../../state/useView'
import { beginning, ledgerPart, NEW, useCommunity, useLedgerPlace } from '../place'
import { Elsewhere } from '../Elsewhere'
import { useRights } from '../useScope'
import styles from './ledger.module.css'
import { LedgerNav } from './LedgerNav'
import { ledgerNamed, LEDGERS } from './ledgers'
import { LedgerTable } from './LedgerTable'
import { NewRow } from './NewRow'
import { RowPage } from './RowPage'

export default function LedgerPage() {
  const community = useCommunity()
  const place = useLedgerPlace()
  /** What a new row begins with, as long as its form is open. */
  const [begun, setBegun] = useState<Values>({})
  const box = useRef<HTMLDivElement>(null)
  // Another page begins at its head; a field that is named scrolls into view by itself.
  useEffect(() => {
    if (!place.field) box.current?.parentElement?.scrollTo(0, 0)
  }, [place.layer, place.row, place.field])
  const ledger = ledgerNamed(place.layer) ?? LEDGERS[0]
  const rights = useRights(community, ledger?.layer ?? '')
  if (!ledger || !rights) return <Skeleton rows={6} />
  const begin = (values: Values) => {
    setBegun(values)
    changeView({ part: ledgerPart(ledger.layer, NEW) })
  }
  const common = { ledger, community, rights }
  return (
    <div ref={box} className={styles.page}>
      <LedgerNav open={ledger} community={community} />
      <div className={styles.ledger}>
        <Elsewhere community={community} />
        {place.row === '' && <LedgerTable {...common} begin={begin} />}
        {place.row === NEW && (
          <NewRow {...common} focus={place.field} begun={{ ...begun, ...beginning(place) }} />
        )}
        {/^\d+$/.test(place.row) && (
          <RowPage key={place.row} {...common} id={Number(place.row)} focus={place.field} />
        )}
      </div>
    </div>
  )
}
