/** The rows of one ledger: what the gate still lacks of it, what is made of them, and the table. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Rights } from '../../../api/schema.gen'
import type { Values } from '../../../forms/LayerForm'
import { schemaOptions } from '../../../forms/schema'
import { Empty, Failure, Skeleton } from '../../../parts/States'
import staff from '../../../staff/staff.module.css'
import { useView } from '../../../state/useView'
import { useCommunityWords } from '../../../text/useCommunityWords'
import { Lacking } from '../gates/Lacking'
import styles from './ledger.module.css'
import type { Ledger } from './ledgers'
import { OwnerMissing } from './OwnerMissing'
import { useRows } from './rows'
import { RowTable } from './RowTable'

/** Fewer rows are found by looking. */
const MANY = 12

interface Props {
  ledger: Ledger
  community: number
  rights: Rights
  begin: (values: Values) => void
}

export function LedgerTable({ ledger, community, rights, begin }: Props) {
  const words = useCommunityWords()
  const { language } = useView()
  const [sought, setSought] = useState('')
  const schema = useQuery(schemaOptions(ledger.layer, language))
  const rows = useRows(ledger.layer, community)
  const error = schema.error ?? rows.error
  if (error) return <Failure error={error} retry={() => void rows.refetch()} />
  if (!schema.data || !rows.data) return <Skeleton rows={6} />
  const { Above } = ledger
  return (
    <>
      <header className={styles.head}>
        <h2>{schema.data.title}</h2>
        <span className={staff.soft}>{words.count(rows.data.length)}</span>
        {rows.data.length > MANY && (
          <input
            type="search"
            aria-label={words.find}
            placeholder={words.find}
            value={sought}
            onChange={({ target }) => setSought(target.value)}
          />
        )}
        {rights.create && (
          <button type="button" className={staff.main} onClick={() => begin({})}>
            {words.add}
          </button>
        )}
      </header>
      <Lacking community={community} layer={ledger.layer} />
      {rights.create && <OwnerMissing layer={ledger.layer} community={community} />}
      {Above && (
        <Above community={community} rows={rows.data} begin={rights.create ? begin : null} />
      )}
      {rows.data.length === 0 ? (
        <Empty title={words.empty} hint={rights.create ? words.emptyHint : words.emptyRead} />
      ) : (
        <RowTable
          ledger={ledger}
          community={community}
          schema={schema.data}
          rows={rows.data}
          sought={sought}
        />
      )}
    </>
  )
}
