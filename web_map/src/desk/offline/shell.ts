/** The page on the device: kept from the first visit to the desk on, renewed when one says so. */
import { Workbox } from 'workbox-window'

const HOUR_MS = 3_600_000

let worker: Workbox | null = null
let newer = false
let first: (() => void)[] = []
const listeners = new Set<() => void>()

/** Begins to keep the page; `taken` is called once when it is, for what was read before that. */
export function keepShell(taken: () => void): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  first.push(taken)
  if (worker) return
  const made = new Workbox('/service-worker.js')
  worker = made
  made.addEventListener('controlling', ({ isUpdate }) => {
    if (isUpdate) location.reload()
    first.forEach((call) => call())
    first = []
  })
  made.addEventListener('waiting', () => {
    newer = true
    listeners.forEach((listener) => listener())
  })
  const look = () => void made.update().catch(() => undefined)
  setInterval(look, HOUR_MS)
  document.addEventListener('visibilitychange', () => !document.hidden && look())
  void made.register()
}

export function onShell(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export function isNewer(): boolean {
  return newer
}

/** Takes on the new version; the page is loaded anew as soon as it stands. */
export function renew(): void {
  worker?.messageSkipWaiting()
}
