/** From a row back to the table of its ledger. */
import { Icon } from '../../../icons/Icon'
import { changeView } from '../../../state/useView'
import staff from '../../../staff/staff.module.css'
import { useCommunityWords } from '../../../text/useCommunityWords'
import { ledgerPart } from '../place'

export function Back({ layer, title }: { layer: string; title: string }) {
  const words = useCommunityWords()
  return (
    <button
      type="button"
      className={staff.back}
      onClick={() => changeView({ part: ledgerPart(layer) })}
    >
      <Icon name="back" />
      {words.backTo(title)}
    </button>
  )
}
