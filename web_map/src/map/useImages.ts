/** Hands the map the images that its style names, and new ones when the flavour changes. */
import type { MapRef } from '@vis.gl/react-maplibre'
import { useEffect } from 'react'
import { PIXEL_RATIO } from './glyphs'

export function useImages(
  map: MapRef | null,
  images: Map<string, HTMLImageElement> | undefined,
): void {
  useEffect(() => {
    if (!map || !images) return
    const target = map.getMap()
    images.forEach((image, id) => {
      if (target.hasImage(id)) target.updateImage(id, image)
    })
    target.setMissingStyleImageResolver((id) => {
      const image = images.get(id)
      if (image && !target.hasImage(id)) target.addImage(id, image, { pixelRatio: PIXEL_RATIO })
    })
  }, [map, images])
}
