/** What waits for the reader, read anew when something was published, and from time to time. */
import {
  keepPreviousData,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query'
import { useEffect } from 'react'
import { listen } from '../../api/changes'
import { get } from '../../api/client'
import type { Queue } from '../../api/schema.gen'

/** Of internal rows no event tells: what the public sends is found by asking again. */
const AGAIN_MS = 60_000
/** An import tells of many changes at once; they are taken together. */
const TOGETHER_MS = 300
const MOST = 500

export function useQueue(kind: string): UseQueryResult<Queue> {
  const client = useQueryClient()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = listen(() => {
      clearTimeout(timer)
      timer = setTimeout(() => void client.invalidateQueries({ queryKey: ['queue'] }), TOGETHER_MS)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [client])
  return useQuery({
    queryKey: ['queue', kind],
    queryFn: () => get<Queue>('/api/queue', { limit: MOST, ...(kind && { kind }) }),
    placeholderData: keepPreviousData,
    refetchInterval: AGAIN_MS,
  })
}
