/** What a site has beside its perimeters, and the fields that its manager fills in. */
export interface Kind {
  layer: 'duty_shifts' | 'material_storage' | 'reception_points' | 'passages'
  /** How many taps put it on the map: none, one for a point, two at least for a line. */
  taps: 0 | 1 | 2
  fields: readonly string[]
  required: readonly string[]
}

export const KINDS: readonly Kind[] = [
  {
    layer: 'duty_shifts',
    taps: 0,
    fields: ['starts', 'ends', 'officer', 'phone'],
    required: ['starts', 'ends', 'officer'],
  },
  {
    layer: 'material_storage',
    taps: 1,
    fields: ['name', 'material', 'enclosed', 'contents'],
    required: ['name', 'material'],
  },
  {
    layer: 'reception_points',
    taps: 1,
    fields: ['name', 'hours', 'phone', 'opens', 'closes'],
    required: ['name', 'opens'],
  },
  {
    layer: 'passages',
    taps: 2,
    fields: ['name', 'width_m', 'covered'],
    required: ['name', 'width_m'],
  },
]
