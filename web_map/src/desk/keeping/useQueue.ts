/** The queue as the desk shows it, and its replay when the network is back. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useOnline } from '../../state/useDevice'
import { writesOf, type Write } from './database'
import { onQueue, replay } from './queue'

const AGAIN_MS = 15_000

export function useQueue(owner: string): Write[] {
  const [writes, setWrites] = useState<Write[]>([])
  const online = useOnline()
  const client = useQueryClient()

  useEffect(() => {
    let before = 0
    const read = () =>
      void writesOf(owner).then((found) => {
        setWrites(found)
        if (found.length < before) void client.invalidateQueries({ queryKey: ['items'] })
        before = found.length
      })
    read()
    return onQueue(read)
  }, [owner, client])

  useEffect(() => {
    if (!online) return
    void replay(owner)
    // A phone may believe to be online while nothing comes through.
    const timer = setInterval(() => void replay(owner), AGAIN_MS)
    return () => clearInterval(timer)
  }, [owner, online])

  return writes
}
