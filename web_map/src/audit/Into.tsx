/** A row's name, which leads into its parts; a community's to its public card. */
import type { Grain, PerformanceRow } from '../api/schema.gen'
import { changeView, hrefOf, useView } from '../state/useView'
import { FIRST_VIEW } from '../state/view'
import { useAuditWords } from '../text/useAuditWords'
import { partOf } from './question'

interface Props {
  row: PerformanceRow
  grain: Grain
  measure: string
  said?: string
  className?: string | undefined
}

export function Into({ row, grain, measure, said, className }: Props) {
  const words = useAuditWords()
  const view = useView()
  const isCommunity = grain === 'community'
  const change = isCommunity
    ? { ...FIRST_VIEW, language: view.language, community: row.id }
    : { division: row.key ?? '', part: partOf({ measure, grain: null }) }
  return (
    <a
      className={className}
      href={hrefOf(view, change)}
      title={isCommunity ? words.card : words.into(row.name)}
      onClick={(event) => {
        event.preventDefault()
        event.stopPropagation()
        changeView(change)
      }}
    >
      {said ?? row.name}
    </a>
  )
}
