/** The desk without a network: the page and what it read stay on the device, and are renewed. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { keptSince, onKept } from '../../api/kept'
import { keepShell } from './shell'

const AGAIN_MS = 15_000

export function useOffline(signedIn: boolean): void {
  const client = useQueryClient()
  const kept = useSyncExternalStore(onKept, keptSince) !== null

  // What was read before the page was kept is read once more, to be kept too.
  useEffect(() => {
    if (signedIn) keepShell(() => void client.invalidateQueries())
  }, [client, signedIn])

  // A phone may believe to be online while nothing comes through, and hear of no change.
  useEffect(() => {
    if (!kept) return
    const timer = setInterval(() => void client.invalidateQueries(), AGAIN_MS)
    return () => clearInterval(timer)
  }, [client, kept])
}
