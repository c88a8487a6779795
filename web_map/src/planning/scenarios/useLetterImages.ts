/** An image for each group of scenarios: its letters on its colour, beside those of the style. */
import type { MapRef } from '@vis.gl/react-maplibre'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { PIXEL_RATIO, rasterised } from '../../map/glyphs'
import { useImages } from '../../map/useImages'

const HEIGHT = 20
const LETTER_PX = 8

/** Whether they are there to be used. */
export function useLetterImages(
  map: MapRef | null,
  images: Map<string, HTMLImageElement> | undefined,
  groups: [letters: string, color: string][],
): boolean {
  const drawn = useQuery({
    queryKey: ['letter images', groups],
    queryFn: () =>
      rasterised(
        Object.fromEntries(
          groups.map(([letters, color]) => [`group-${letters}`, pill(letters, color)]),
        ),
      ),
    staleTime: Infinity,
  })
  const all = useMemo(
    () => images && drawn.data && new Map([...images, ...drawn.data]),
    [images, drawn.data],
  )
  useImages(map, all)
  return all !== undefined
}

function pill(letters: string, color: string): string {
  const text = letters || '×'
  const width = HEIGHT + LETTER_PX * (text.length - 1)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width * PIXEL_RATIO}" height="${HEIGHT * PIXEL_RATIO}" viewBox="0 0 ${width} ${HEIGHT}"><rect x="1" y="1" width="${width - 2}" height="${HEIGHT - 2}" rx="${HEIGHT / 2 - 1}" fill="${color}" stroke="#fff" stroke-width="1.5"/><text x="${width / 2}" y="14.2" font-family="sans-serif" font-size="11.5" font-weight="700" text-anchor="middle" fill="#fff">${text}</text></svg>`
}
