/** How much of the queue is of one community, and the way to it. */
import { useQuery } from '@tanstack/react-query'
import type { MouseEvent } from 'react'
import { get } from '../../api/client'
import type { Queue } from '../../api/schema.gen'
import { changeView, hrefOf, useView } from '../../state/useView'
import { useQueueWords } from '../../text/useQueueWords'
import { partOf } from './useFilter'

export function Remaining({ community }: { community: number }) {
  const words = useQueueWords()
  const view = useView()
  const { data } = useQuery({
    queryKey: ['queue', 'of', community],
    queryFn: () => get<Queue>('/api/queue', { community, limit: 1 }),
  })
  if (!data?.matched) return null
  const place = { community: null, part: partOf({ kind: '', community }) }
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    changeView(place)
  }
  return (
    <a href={hrefOf(view, place)} onClick={open}>
      {words.remaining(data.matched)}
    </a>
  )
}
