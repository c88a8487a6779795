/** The URL as the page's only state: read it, change it, follow the back button. */
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { parseView, writeView, type View } from './view'

const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('popstate', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('popstate', listener)
  }
}

/** `replace` for what one would not go back to: a letter typed, the map moved. */
export function changeView(change: Partial<View>, how: 'push' | 'replace' = 'push'): void {
  const url = hrefOf(parseView(location.search), change)
  if (url === location.pathname + location.search) return
  history[how === 'push' ? 'pushState' : 'replaceState'](null, '', url)
  listeners.forEach((listener) => listener())
}

export function hrefOf(view: View, change: Partial<View>): string {
  return location.pathname + writeView({ ...view, ...change })
}

export function useView(): View {
  const search = useSyncExternalStore(subscribe, () => location.search)
  return useMemo(() => parseView(search), [search])
}

/** Opening a community closes what was chosen in the last one. */
export function useSelect(): (community: number | null) => void {
  return useCallback((community) => changeView({ community, building: null }), [])
}
