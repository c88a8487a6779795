/** Rows that hang on a row of another ledger need one there first: it is told, and linked to. */
import { useLayers } from '../../../staff/useLayers'
import staff from '../../../staff/staff.module.css'
import { changeView } from '../../../state/useView'
import { useCommunityWords } from '../../../text/useCommunityWords'
import { ledgerPart } from '../place'
import { ledgerNamed } from './ledgers'
import { OWNERS } from './owners'
import { useRows } from './rows'

export function OwnerMissing({ layer, community }: { layer: string; community: number }) {
  const owner = OWNERS[layer]?.layer
  return owner ? <Missing owner={owner} community={community} /> : null
}

function Missing({ owner, community }: { owner: string; community: number }) {
  const words = useCommunityWords()
  const title = useLayers().title(owner)
  const owners = useRows(owner, community)
  if (owners.data?.length !== 0) return null
  return (
    <div className={staff.note} data-kind="warning">
      <p>{words.ownerFirst(title)}</p>
      {ledgerNamed(owner) ? (
        <div className={staff.actions}>
          <button type="button" onClick={() => changeView({ part: ledgerPart(owner) })}>
            {title}
          </button>
        </div>
      ) : (
        <p>{words.onSiteDesk}</p>
      )}
    </div>
  )
}
