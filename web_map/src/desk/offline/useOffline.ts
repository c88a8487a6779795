/** The desk without a network: the page and what it read stay on the device, and are renewed. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { keptSince, onKept } from '../../api/kept'
import { useOnline } from '../../state/useDevice'
import { keepShell } from './shell'

const AGAIN_MS = 15_000

export function useOffline(signedIn: boolean): void {
  const client = useQueryClient()
  const online = useOnline()
  const kept = useSyncExternalStore(onKept, keptSince) !== null

  // What was read before the page was kept is read once more, to be kept too.
  useEffect(() => {
    if (signedIn) keepShell(() => void client.invalidateQueries())
  }, [client, signedIn])

  // At once when the network is back; and a phone may believe in one while nothing comes through.
  useEffect(() => {
    if (!kept || !online) return
    const again = () => void client.invalidateQueries()
    again()
    const timer = setInterval(again, AGAIN_MS)
    return () => clearInterval(timer)
  }, [client, kept, online])
}
