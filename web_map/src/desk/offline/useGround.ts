/** Reads the ground of a site once at every near zoom: its map is whole without a network. */
import type { StyleSpecification } from 'maplibre-gl'
import { useEffect } from 'react'
import { SOURCE } from '../../map/dress'
import { touched } from '../../map/touched'
import type { Box } from '../../map/window'

/** From the street to the wall. */
const FARTHEST = 14
const read = new Set<string>()

export function useGround(style: StyleSpecification | undefined, box: Box): void {
  const source = style?.sources[SOURCE]
  const template = source?.type === 'vector' ? source.tiles?.[0] : undefined
  const where = JSON.stringify(box)
  useEffect(() => {
    if (!template || !('serviceWorker' in navigator)) return
    const { serviceWorker } = navigator
    const begin = () => {
      if (!serviceWorker.controller || read.has(where)) return
      read.add(where)
      void readAll(template, JSON.parse(where) as Box)
    }
    begin()
    serviceWorker.addEventListener('controllerchange', begin)
    return () => serviceWorker.removeEventListener('controllerchange', begin)
  }, [template, where])
}

/** One by one, behind what the map itself asks for; the service worker keeps them. */
async function readAll(template: string, box: Box): Promise<void> {
  for (const { x, y, z } of touched(box) ?? [])
    if (z >= FARTHEST)
      await fetch(
        template.replace('{z}', `${z}`).replace('{x}', `${x}`).replace('{y}', `${y}`),
      ).catch(() => undefined)
}
