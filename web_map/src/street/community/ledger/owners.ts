/** How rows lead to a community where they do not name it: by a row of another layer. */

interface Owner {
  field: string
  layer: string
}

export const OWNERS: Readonly<Record<string, Owner>> = {
  inspections: { field: 'work', layer: 'works' },
  duty_shifts: { field: 'site', layer: 'sites' },
  exceptions: { field: 'site', layer: 'sites' },
  warning_perimeters: { field: 'site', layer: 'sites' },
  reception_points: { field: 'site', layer: 'sites' },
  reception_items: { field: 'reception_point', layer: 'reception_points' },
  comments: { field: 'publicity', layer: 'publicity' },
  postings: { field: 'publicity', layer: 'publicity' },
}

/** The attribute that every row of a layer bears when the layer hangs on communities themselves. */
export const COMMUNITY = 'community'
