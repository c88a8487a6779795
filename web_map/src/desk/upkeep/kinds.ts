/** What a site has beside its perimeters, and the fields that its manager fills in. */
export interface Kind {
  layer: 'duty_shifts' | 'material_storage' | 'reception_points'
  /** Those of a place are put on the map. */
  placed: boolean
  fields: readonly string[]
  required: readonly string[]
}

export const KINDS: readonly Kind[] = [
  {
    layer: 'duty_shifts',
    placed: false,
    fields: ['starts', 'ends', 'officer', 'phone'],
    required: ['starts', 'ends', 'officer'],
  },
  {
    layer: 'material_storage',
    placed: true,
    fields: ['name', 'material', 'enclosed', 'contents'],
    required: ['name', 'material'],
  },
  {
    layer: 'reception_points',
    placed: true,
    fields: ['name', 'hours', 'phone', 'opens', 'closes'],
    required: ['name', 'opens'],
  },
]
