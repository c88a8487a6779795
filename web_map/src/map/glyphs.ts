/** Every image that the style names, drawn here: no sprite is fetched from anywhere. */
import { facilityIcon } from '../icons/facilities'
import { ICONS, isIcon, type IconName } from '../icons/icons'

export interface GlyphColors {
  ink: string
  paper: string
  accent: string
  danger: string
  warning: string
  noData: string
}

export interface PhaseGlyph {
  value: string
  icon: string
  color: string
}

const FACILITIES = [
  'charging_pile',
  'ebike_shed',
  'parking',
  'elderly_care',
  'childcare',
  'market',
  'lift',
  'other',
]

/** Drawn at twice the size, for sharp edges on a phone. */
export const PIXEL_RATIO = 2

/** Image name → SVG. The names are those that the layers' drawings use. */
export function glyphs(colors: GlyphColors, phases: PhaseGlyph[]): Record<string, string> {
  const entries: [string, string][] = [
    ['hatch-danger', hatch(colors.danger, 1.6)],
    ['hatch-no-data', hatch(colors.noData, 1.2)],
    ['lapsed', disc('alert', colors.danger, colors.paper)],
    ['gate', disc('gate', colors.ink, colors.paper)],
    ['door', dot(colors.ink, colors.paper)],
    ['reception', disc('reception', colors.accent, colors.paper)],
    ['storage-flammable', square('flame', colors.danger, colors.paper)],
    ['storage-combustible', square('goods', colors.warning, colors.paper)],
    ['storage-other', square('goods', colors.ink, colors.paper)],
    ...FACILITIES.map((kind): [string, string] => [
      `facility-${kind}`,
      square(facilityIcon(kind), colors.accent, colors.paper),
    ]),
    ...phases.map(({ value, icon, color }): [string, string] => [
      `phase-${value}`,
      disc(isIcon(icon) ? icon : 'info', color, colors.paper),
    ]),
  ]
  return Object.fromEntries(entries)
}

/** The SVGs as images that MapLibre takes. */
export async function rasterised(
  svgs: Record<string, string>,
): Promise<Map<string, HTMLImageElement>> {
  const images = Object.entries(svgs).map(async ([name, svg]) => {
    const image = new Image()
    image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`
    await image.decode()
    return [name, image] as const
  })
  return new Map(await Promise.all(images))
}

function svg(size: number, body: string): string {
  const px = size * PIXEL_RATIO
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${px}" height="${px}" viewBox="0 0 ${size} ${size}">${body}</svg>`
}

/** 45° strokes that meet their neighbours at the tile's corners. */
function hatch(color: string, width: number): string {
  return svg(8, `<path d="M-2 2l4-4M0 8l8-8M6 10l4-4" stroke="${color}" stroke-width="${width}"/>`)
}

function disc(icon: IconName, fill: string, edge: string): string {
  const ground = `<circle cx="12" cy="12" r="10.5" fill="${fill}" stroke="${edge}" stroke-width="1.5"/>`
  return svg(24, ground + strokes(icon, edge))
}

function square(icon: IconName, fill: string, edge: string): string {
  const ground = `<rect x="1.5" y="1.5" width="21" height="21" rx="4" fill="${fill}" stroke="${edge}" stroke-width="1.5"/>`
  return svg(24, ground + strokes(icon, edge))
}

function dot(fill: string, edge: string): string {
  return svg(
    10,
    `<circle cx="5" cy="5" r="3.2" fill="${fill}" stroke="${edge}" stroke-width="1.4"/>`,
  )
}

function strokes(icon: IconName, color: string): string {
  const shapes = ICONS[icon].map(([tag, attributes]) => {
    const written = Object.entries(attributes).map(([name, value]) => `${name}="${String(value)}"`)
    return `<${tag} ${written.join(' ')}/>`
  })
  return `<g transform="translate(5.4 5.4) scale(.55)" fill="none" stroke="${color}" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round">${shapes.join('')}</g>`
}
