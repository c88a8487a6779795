/** One row: changed by its form, or only looked at where the ledger or one's rights allow no more. */
import { useQuery } from '@tanstack/react-query'
import type { Rights } from '../../../api/schema.gen'
import { schemaOptions } from '../../../forms/schema'
import { Empty, Failure, Skeleton } from '../../../parts/States'
import tag from '../../../staff/tag.module.css'
import { useView } from '../../../state/useView'
import { useCommunityWords } from '../../../text/useCommunityWords'
import { Back } from './Back'
import { EditRow } from './EditRow'
import { Facts } from './Facts'
import styles from './ledger.module.css'
import type { Ledger } from './ledgers'
import { Past } from './Past'
import { useRows } from './rows'
import { useIsPublic } from './useIsPublic'

interface Props {
  ledger: Ledger
  community: number
  rights: Rights
  id: number
  focus: string
}

export function RowPage({ ledger, community, rights, id, focus }: Props) {
  const words = useCommunityWords()
  const { language } = useView()
  const schema = useQuery(schemaOptions(ledger.layer, language))
  const rows = useRows(ledger.layer, community)
  const isPublic = useIsPublic(ledger.layer)
  const error = schema.error ?? rows.error
  if (error) return <Failure error={error} retry={() => void rows.refetch()} />
  if (!schema.data || !rows.data) return <Skeleton rows={6} />
  const row = rows.data.find((each) => each.id === id)
  const title = schema.data.title ?? ''
  const mayEdit = rights.edit && row?.version !== undefined
  const common = { ledger, community, schema: schema.data }
  return (
    <section className={styles.form} aria-label={title}>
      <Back layer={ledger.layer} title={title} />
      <h2>
        {title}
        {row?.visibility && isPublic && (
          <span className={tag.tag} data-kind={row.visibility === 'published' ? 'good' : undefined}>
            {words.visibility[row.visibility]}
          </span>
        )}
      </h2>
      {!row && <Empty title={words.noSuchRow} hint="" />}
      {row && !mayEdit && <Facts {...common} row={row} />}
      {row && mayEdit && <EditRow {...common} read={row} rights={rights} focus={focus} />}
      {row?.version !== undefined && (
        <Past layer={ledger.layer} id={id} community={community} schema={schema.data} />
      )}
    </section>
  )
}
