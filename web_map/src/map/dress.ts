/** The service's style, dressed for this reader: fonts, theme, filters, what is chosen. Pure. */
import type {
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  StyleSpecification,
} from 'maplibre-gl'
import type { ThemeName } from '../state/view'

/** The layers of the style that the page knows by name. */
export const FILL = 'communities-fill'
export const MARK = 'communities-mark'
const LAPSED = 'communities-lapsed'
export const BUILDINGS = 'buildings-fill'
const NAMES = 'divisions-name'
export const SOURCE = 'onemap'

export interface Wish {
  theme: ThemeName
  /** The attribute that a theme of numbers shows; communities without it are hatched. */
  attribute: string | null
  phases: string[]
  community: number | null
  building: number | null
  /** Names that stand beside a symbol already. */
  named: string[]
  accent: string
}

type Filterable = LayerSpecification & { filter?: FilterSpecification }

export function dress(
  style: StyleSpecification,
  wish: Wish,
  fonts: StyleSpecification['font-faces'],
): StyleSpecification {
  const layers = style.layers
    .filter(({ id }) => id !== MARK || wish.theme === 'stage')
    .flatMap((layer) => {
      if (layer.id === FILL) return themed(layer, style, wish)
      if (layer.id === MARK || layer.id === LAPSED)
        return [narrowed(layer, phaseFilter(wish.phases))]
      if (layer.id === NAMES) return [narrowed(layer, ['!', isOneOf(['get', 'name'], wish.named)])]
      return [layer]
    })
  return {
    ...style,
    'font-faces': fonts,
    sources: Object.fromEntries(
      Object.entries(style.sources).map(([name, source]) => [name, withAbsoluteTiles(source)]),
    ),
    layers: withChosen(layers, wish),
  }
}

function themed(layer: LayerSpecification, style: StyleSpecification, wish: Wish) {
  const shown = narrowed(layer, phaseFilter(wish.phases))
  const color = themeColor(style, wish)
  const fill = (
    color ? { ...shown, paint: { ...layer.paint, 'fill-color': color } } : shown
  ) as Filterable
  if (!wish.attribute) return [fill]
  const hatch = {
    ...fill,
    id: `${FILL}-none`,
    paint: { 'fill-pattern': 'hatch-no-data' },
    filter: both(fill.filter, ['!', ['has', wish.attribute]]),
  } as LayerSpecification
  return [fill, hatch]
}

function themeColor(style: StyleSpecification, wish: Wish): ExpressionSpecification | undefined {
  const metadata = style.metadata as Record<string, unknown> | undefined
  const themes = metadata?.['onemap:themes'] as Record<string, ExpressionSpecification> | undefined
  return themes?.[wish.theme]
}

/** What is chosen stands out from the ground, under every glyph and word. */
function withChosen(layers: LayerSpecification[], wish: Wish): LayerSpecification[] {
  const above = layers.findIndex(({ type }) => type === 'symbol' || type === 'circle')
  const at = above < 0 ? layers.length : above
  return [...layers.slice(0, at), ...chosen(wish), ...layers.slice(at)]
}

/** An outline round the community, a fill on the building that the reader chose. */
function chosen({ community, building, accent }: Wish): LayerSpecification[] {
  const one = (id: number | null): FilterSpecification => ['==', ['id'], id ?? -1]
  return [
    {
      id: 'chosen-community',
      type: 'line',
      source: SOURCE,
      'source-layer': 'communities',
      filter: one(community),
      layout: { 'line-join': 'round' },
      paint: { 'line-color': accent, 'line-width': 3 },
    },
    {
      id: 'chosen-building',
      type: 'fill',
      source: SOURCE,
      'source-layer': 'buildings',
      filter: one(building),
      paint: { 'fill-color': accent, 'fill-opacity': 0.55 },
    },
  ]
}

function phaseFilter(phases: string[]): ExpressionSpecification | undefined {
  return phases.length > 0 ? isOneOf(['get', 'phase'], phases) : undefined
}

function isOneOf(
  value: ExpressionSpecification,
  list: (string | number)[],
): ExpressionSpecification {
  return ['in', value, ['literal', list]]
}

function narrowed(
  layer: LayerSpecification,
  filter: ExpressionSpecification | undefined,
): LayerSpecification {
  return filter
    ? ({ ...layer, filter: both((layer as Filterable).filter, filter) } as LayerSpecification)
    : layer
}

function both(
  first: FilterSpecification | undefined,
  second: ExpressionSpecification,
): FilterSpecification {
  return first ? (['all', first, second] as FilterSpecification) : second
}

/** MapLibre's worker has no page to resolve an address against. */
function withAbsoluteTiles(source: StyleSpecification['sources'][string]) {
  if (!('tiles' in source) || !source.tiles) return source
  return {
    ...source,
    tiles: source.tiles.map((url) => (url.startsWith('/') ? location.origin + url : url)),
  }
}
