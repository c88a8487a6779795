/** The page on the device: kept from the first visit to the desk on, renewed when one says so. */
import { Workbox } from 'workbox-window'

const HOUR_MS = 3_600_000

let worker: Workbox | null = null
/** A newer page waits to be taken on, or was taken on in another tab. */
let newer: 'none' | 'waiting' | 'taken' = 'none'
let asked = false
let first: (() => void)[] = []
const listeners = new Set<() => void>()

/** Begins to keep the page; `taken` is called once when it is, for what was read before that. */
export function keepShell(taken: () => void): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  first.push(taken)
  if (worker) return
  const made = new Workbox('/service-worker.js')
  worker = made
  let kept = navigator.serviceWorker.controller !== null
  made.addEventListener('controlling', () => {
    if (asked) location.reload()
    else if (kept) tell('taken')
    else {
      kept = true
      first.forEach((call) => call())
      first = []
    }
  })
  made.addEventListener('waiting', () => tell('waiting'))
  const look = () => void made.update().catch(() => undefined)
  setInterval(look, HOUR_MS)
  document.addEventListener('visibilitychange', () => !document.hidden && look())
  void made.register()
}

function tell(found: typeof newer): void {
  newer = found
  listeners.forEach((listener) => listener())
}

export function onShell(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export function isNewer(): boolean {
  return newer !== 'none'
}

/** Takes on the new version; the page is loaded anew as soon as it stands. */
export function renew(): void {
  asked = true
  if (newer === 'taken') location.reload()
  else worker?.messageSkipWaiting()
}
