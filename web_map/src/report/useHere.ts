/** Where the reader stands, when they ask for it. */
import { useState } from 'react'
import type { Position } from './alike'

type Here = 'none' | 'asking' | 'failed'

export function useHere(found: (position: Position) => void): [Here, () => void] {
  const [state, setState] = useState<Here>('none')
  const find = () => {
    setState('asking')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setState('none')
        found([coords.longitude, coords.latitude])
      },
      () => setState('failed'),
      { enableHighAccuracy: true, timeout: 15_000 },
    )
  }
  return [state, find]
}
