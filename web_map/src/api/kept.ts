/** Which answers come from this device and not from the service, and how old the oldest is. */

/** Set by the service worker on what it answers by itself: the moment it was read. */
export const KEPT_AT = 'X-Kept-At'

const kept = new Map<string, string>()
const listeners = new Set<() => void>()

export function heard(path: string, response: Response): void {
  const at = response.headers.get(KEPT_AT)
  if (at === (kept.get(path) ?? null)) return
  if (at) kept.set(path, at)
  else kept.delete(path)
  listeners.forEach((listener) => listener())
}

export function onKept(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** The moment from which the oldest answer on the page is; null when all are of now. */
export function keptSince(): string | null {
  return [...kept.values()].sort()[0] ?? null
}
