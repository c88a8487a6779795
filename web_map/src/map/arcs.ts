/** Shares of a whole as the arcs of a ring. */

export interface Arc {
  path: string
  color: string
}

/** A gap between neighbours, as a share of the ring, so that like colours do not run together. */
const GAP = 0.008

export function arcs(
  slices: { share: number; color: string }[],
  radius: number,
  center: number,
): Arc[] {
  let from = 0
  return slices
    .filter(({ share }) => share > 0)
    .map(({ share, color }) => {
      const to = from + share
      const path = arc(from, Math.max(from + 0.001, to - (share < 1 ? GAP : 0)), radius, center)
      from = to
      return { path, color }
    })
}

/** From the top, clockwise. A whole ring is two halves: an arc of 360° has no direction. */
function arc(from: number, to: number, radius: number, center: number): string {
  if (to - from >= 1 - 1e-9) return arc(0, 0.5, radius, center) + arc(0.5, 0.999999, radius, center)
  const point = (share: number) => {
    const angle = 2 * Math.PI * share
    const x = center + radius * Math.sin(angle)
    const y = center - radius * Math.cos(angle)
    return `${x.toFixed(2)} ${y.toFixed(2)}`
  }
  const large = to - from > 0.5 ? 1 : 0
  return `M${point(from)}A${radius} ${radius} 0 ${large} 1 ${point(to)}`
}
