import { describe, expect, it } from 'vitest'
import { glyphs } from './glyphs'

const COLORS = {
  ink: '#1d2733',
  paper: '#ffffff',
  accent: '#0f6e84',
  danger: '#b93a32',
  warning: '#c9771a',
  noData: '#b8b4aa',
}

describe('the images of the map', () => {
  const drawn = glyphs(COLORS, [{ value: 'works', icon: 'helmet', color: '#dd861d' }])

  it('have the names that the style uses', () => {
    expect(Object.keys(drawn)).toEqual(
      expect.arrayContaining([
        'hatch-danger',
        'hatch-no-data',
        'gate',
        'door',
        'reception',
        'storage-flammable',
        'facility-charging_pile',
        'phase-works',
      ]),
    )
  })

  it('are sound SVG in the colours given', () => {
    for (const svg of Object.values(drawn)) {
      const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml')
      expect(parsed.querySelector('parsererror')).toBeNull()
    }
    expect(drawn['phase-works']).toContain('#dd861d')
  })
})
