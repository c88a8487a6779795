import type { StyleSpecification } from 'maplibre-gl'
import { describe, expect, it } from 'vitest'
import { dress, type Wish } from './dress'

const STAGE = ['match', ['get', 'phase'], 'works', '#dd861d', '#b8b4aa']
const PROGRESS = ['case', ['!', ['has', 'progress']], '#b8b4aa', '#253494']

const STYLE = {
  version: 8,
  metadata: { 'onemap:themes': { stage: STAGE, progress: PROGRESS } },
  sources: { onemap: { type: 'vector', tiles: ['/tiles/communities/{z}/{x}/{y}.mvt'] } },
  layers: [
    { id: 'communities-fill', type: 'fill', source: 'onemap', paint: { 'fill-color': '#fff' } },
    { id: 'communities-mark', type: 'symbol', source: 'onemap', filter: ['has', 'phase'] },
    { id: 'divisions-name', type: 'symbol', source: 'onemap' },
  ],
} as unknown as StyleSpecification

const WISH: Wish = {
  theme: 'stage',
  attribute: null,
  phases: [],
  community: null,
  building: null,
  named: [],
  accent: '#0f6e84',
}

const ids = (style: StyleSpecification) => style.layers.map(({ id }) => id)
const layer = (style: StyleSpecification, id: string) =>
  style.layers.find((each) => each.id === id) as { paint: object; filter: unknown } | undefined

describe('the style, dressed', () => {
  it('colours communities by the theme', () => {
    const dressed = dress(STYLE, WISH, {})
    expect(layer(dressed, 'communities-fill')?.paint).toEqual({ 'fill-color': STAGE })
  })

  it('hatches what has no data in a theme of numbers, and marks no phase there', () => {
    const dressed = dress(STYLE, { ...WISH, theme: 'progress', attribute: 'progress' }, {})
    expect(ids(dressed)).toContain('communities-fill-none')
    expect(ids(dressed)).not.toContain('communities-mark')
  })

  it('narrows communities to the phases, keeping the filter that stands', () => {
    const dressed = dress(STYLE, { ...WISH, phases: ['works'] }, {})
    const phases = ['in', ['get', 'phase'], ['literal', ['works']]]
    expect(layer(dressed, 'communities-fill')?.filter).toEqual(phases)
    expect(layer(dressed, 'communities-mark')?.filter).toEqual(['all', ['has', 'phase'], phases])
  })

  it('puts what is chosen under the words', () => {
    const order = ids(dress(STYLE, { ...WISH, community: 7 }, {}))
    expect(order.indexOf('chosen-community')).toBeLessThan(order.indexOf('communities-mark'))
  })

  it('gives the worker absolute addresses, with their places for z, x and y', () => {
    const source = dress(STYLE, WISH, {}).sources.onemap as { tiles: string[] }
    expect(source.tiles).toEqual([`${location.origin}/tiles/communities/{z}/{x}/{y}.mvt`])
  })
})
