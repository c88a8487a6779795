/** The desk without a network: the page and what it read stay on the device, and are renewed. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { keptSince, onKept } from '../../api/kept'
import { useOnline } from '../../state/useDevice'
import { useView } from '../../state/useView'
import { schemaOptions } from '../../forms/schema'
import { KINDS } from '../upkeep/kinds'
import { keepShell } from './shell'

const FORMS = ['warning_perimeters', ...KINDS.map(({ layer }) => layer)]
/** What is off the page as well: it too is told from the device when one comes back to it. */
const EVERYTHING = { refetchType: 'all' } as const
const AGAIN_MS = 15_000

export function useOffline(signedIn: boolean): void {
  const client = useQueryClient()
  const { language } = useView()
  const online = useOnline()
  const kept = useSyncExternalStore(onKept, keptSince) !== null

  useEffect(() => {
    if (!signedIn) return
    // A form may first be opened where there is no network.
    for (const layer of FORMS) client.query(schemaOptions(layer, language)).catch(() => undefined)
    // What was read before the page was kept is read once more, to be kept too.
    keepShell(() => void client.invalidateQueries(EVERYTHING))
  }, [client, signedIn, language])

  // At once when the network is back; and a phone may believe in one while nothing comes through.
  useEffect(() => {
    if (!kept || !online) return
    const again = () => void client.invalidateQueries(EVERYTHING)
    again()
    const timer = setInterval(again, AGAIN_MS)
    return () => clearInterval(timer)
  }, [client, kept, online])
}
