/** A community's name as a link that opens its card here, or the same page in a tab of its own. */
import type { MouseEvent } from 'react'
import { hrefOf, useSelect, useView } from '../state/useView'

interface Props {
  id: number
  name: string
  chosen: boolean
}

export function CommunityLink({ id, name, chosen }: Props) {
  const view = useView()
  const select = useSelect()
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    select(id)
  }
  return (
    <a
      id={`community-${id}`}
      href={hrefOf(view, { community: id, building: null, camera: null })}
      aria-current={chosen ? 'true' : undefined}
      onClick={open}
    >
      {name}
    </a>
  )
}
