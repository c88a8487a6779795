/** Where the reader stands, when they ask for it. */
import { useState } from 'react'

export type Here =
  { state: 'none' | 'asking' | 'failed' } | { state: 'found'; at: [number, number] }

export function useHere(): [Here, () => void] {
  const [here, setHere] = useState<Here>({ state: 'none' })
  const find = () => {
    setHere({ state: 'asking' })
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => setHere({ state: 'found', at: [coords.longitude, coords.latitude] }),
      () => setHere({ state: 'failed' }),
      { enableHighAccuracy: true, timeout: 15_000 },
    )
  }
  return [here, find]
}
