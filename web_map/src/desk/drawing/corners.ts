/** Corners of a polygon: which one was meant, and the shape without it. */
import type { Polygon, Position } from 'geojson'
import type { Point } from './snap'

export function nearestCorner(
  shape: Polygon,
  at: Point,
  project: (position: [number, number]) => Point,
  reach: number,
): number | null {
  const away = ring(shape).map(([x = 0, y = 0]) => {
    const point = project([x, y])
    return Math.hypot(point.x - at.x, point.y - at.y)
  })
  const nearest = Math.min(...away)
  return nearest <= reach ? away.indexOf(nearest) : null
}

/** Null when nothing would be left: a triangle has no corner to spare. */
export function withoutCorner(shape: Polygon, corner: number): Polygon | null {
  const corners = ring(shape)
  if (corners.length <= 3) return null
  const left = corners.filter((_, n) => n !== corner)
  return { ...shape, coordinates: [[...left, left[0] ?? []], ...shape.coordinates.slice(1)] }
}

/** The outer ring, open. */
function ring(shape: Polygon): Position[] {
  return (shape.coordinates[0] ?? []).slice(0, -1)
}
