/** A colour for each criterion: the preferences in one hue family, need in another. */

export function criterionColor(at: number): string {
  return `var(--source-${at % 10})`
}
