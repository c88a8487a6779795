/** An image for each group of scenarios: its letters on its colour. */
import { useQuery } from '@tanstack/react-query'
import { PIXEL_RATIO, rasterised } from '../../map/glyphs'

const HEIGHT = 20
const LETTER_PX = 8

export function useLetterImages(groups: [letters: string, color: string][]) {
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
  return drawn.data
}

function pill(letters: string, color: string): string {
  const text = letters || '×'
  const width = HEIGHT + LETTER_PX * (text.length - 1)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width * PIXEL_RATIO}" height="${HEIGHT * PIXEL_RATIO}" viewBox="0 0 ${width} ${HEIGHT}"><rect x="1" y="1" width="${width - 2}" height="${HEIGHT - 2}" rx="${HEIGHT / 2 - 1}" fill="${color}" stroke="#fff" stroke-width="1.5"/><text x="${width / 2}" y="14.2" font-family="sans-serif" font-size="11.5" font-weight="700" text-anchor="middle" fill="#fff">${text}</text></svg>`
}
