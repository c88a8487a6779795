/** The one shipped typeface (Noto Sans SC, OFL), for the page and for the labels on the map. */
import latin from '@fontsource/noto-sans-sc/files/noto-sans-sc-latin-400-normal.woff2?url'
import han from '@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff2?url'

const FACES = [
  { url: latin, range: 'U+0-2FF' },
  { url: han, range: 'U+300-10FFFF' },
]

/** Many a phone has the typeface already: a megabyte less to fetch. */
const INSTALLED = "local('Noto Sans SC'), local('Noto Sans CJK SC')"

/** MapLibre's worker resolves nothing, so that the addresses must be absolute. */
export const mapFonts = {
  'Noto Sans SC': FACES.map(({ url, range }) => ({
    url: new URL(url, location.href).href,
    'unicode-range': [range],
  })),
}

export function loadPageFonts(): void {
  for (const { url, range } of FACES) {
    document.fonts.add(
      new FontFace('Noto Sans SC', `${INSTALLED}, url(${url}) format('woff2')`, {
        unicodeRange: range,
        display: 'swap',
      }),
    )
  }
}
