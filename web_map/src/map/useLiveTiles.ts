/** An open map shows what was published a moment ago: only the touched tiles are read again. */
import { useQueryClient } from '@tanstack/react-query'
import type { MapRef } from '@vis.gl/react-maplibre'
import { useEffect } from 'react'
import { listen, type Change } from '../api/changes'
import { SOURCE } from './dress'
import { touched } from './touched'

/** An import tells of many changes at once; they are taken together. */
const TOGETHER_MS = 150
/** What is read anew when rows of a layer change, beside the tiles. */
const ALWAYS = ['card', 'closures', 'items']
const OF_COMMUNITIES = ['overview', 'communities']

export function useLiveTiles(map: MapRef | null): void {
  const client = useQueryClient()
  useEffect(() => {
    if (!map) return
    let waiting: (Change | null)[] = []
    let timer: ReturnType<typeof setTimeout> | undefined

    const refresh = () => {
      const changes = waiting
      waiting = []
      const target = map.getMap()
      if (target.getSource(SOURCE)) target.refreshTiles(SOURCE, tilesOf(changes))
      const communities = changes.some((change) => !change || change.layer === 'communities')
      for (const key of communities ? [...ALWAYS, ...OF_COMMUNITIES] : ALWAYS)
        void client.invalidateQueries({ queryKey: [key] })
    }
    const stop = listen((change) => {
      waiting.push(change)
      clearTimeout(timer)
      timer = setTimeout(refresh, TOGETHER_MS)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [map, client])
}

/** Undefined where every tile is meant. A change without a box is one of a layer without shapes. */
function tilesOf(changes: (Change | null)[]) {
  const tiles = changes.map((change) => change && (change.box ? touched(change.box) : []))
  return tiles.some((some) => some === null) ? undefined : tiles.flatMap((some) => some ?? [])
}
