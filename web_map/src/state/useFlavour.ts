/** Light or dark: the device's wish until the reader chooses; the choice stays on the device. */
import { useEffect, useSyncExternalStore } from 'react'

export type Flavour = 'light' | 'dark'

const KEY = 'onemap.flavour'
const system = window.matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()

function current(): Flavour {
  const chosen = localStorage.getItem(KEY)
  if (chosen === 'light' || chosen === 'dark') return chosen
  return system.matches ? 'dark' : 'light'
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  system.addEventListener('change', listener)
  return () => {
    listeners.delete(listener)
    system.removeEventListener('change', listener)
  }
}

export function chooseFlavour(flavour: Flavour): void {
  localStorage.setItem(KEY, flavour)
  listeners.forEach((listener) => listener())
}

export function useFlavour(): Flavour {
  const flavour = useSyncExternalStore(subscribe, current)
  useEffect(() => {
    document.documentElement.dataset.flavour = flavour
  }, [flavour])
  return flavour
}
