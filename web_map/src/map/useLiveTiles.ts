/** An open map shows what was published a moment ago: only the touched tiles are read again. */
import { useQueryClient } from '@tanstack/react-query'
import type { MapRef } from '@vis.gl/react-maplibre'
import { useEffect } from 'react'
import { listen } from '../api/changes'
import { SOURCE } from './dress'
import { touched } from './touched'

export function useLiveTiles(map: MapRef | null): void {
  const client = useQueryClient()
  useEffect(() => {
    if (!map) return
    return listen((change) => {
      const target = map.getMap()
      if (!target.getSource(SOURCE)) return
      const tiles = change?.box && touched(change.box)
      target.refreshTiles(SOURCE, tiles ?? undefined)
      void client.invalidateQueries({ queryKey: ['card'] })
      void client.invalidateQueries({ queryKey: ['closures'] })
    })
  }, [map, client])
}
