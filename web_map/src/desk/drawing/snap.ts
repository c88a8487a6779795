/** The nearest place on the edges around, in pixels, so that a finger finds a wall. */
import type { Polygon, Position } from 'geojson'

type Project = (longitude: number, latitude: number) => { x: number; y: number }

export interface Point {
  x: number
  y: number
}

/** Corners draw a little farther than edges: a corner is what one usually means. */
const CORNER_PX = 16
const EDGE_PX = 12

export function snapped(at: Point, shapes: Polygon[], project: Project): Position | undefined {
  let best: Position | undefined
  let nearest = EDGE_PX
  let corner: Position | undefined
  let nearestCorner = CORNER_PX
  for (const { coordinates } of shapes)
    for (const ring of coordinates)
      for (let n = 1; n < ring.length; n++) {
        const [from, to] = [ring[n - 1] ?? [], ring[n] ?? []]
        const [a, b] = [projected(from, project), projected(to, project)]
        const cornerAway = Math.hypot(a.x - at.x, a.y - at.y)
        if (cornerAway < nearestCorner) [corner, nearestCorner] = [from, cornerAway]
        const share = along(at, a, b)
        const away = Math.hypot(a.x + share * (b.x - a.x) - at.x, a.y + share * (b.y - a.y) - at.y)
        if (away < nearest) [best, nearest] = [between(from, to, share), away]
      }
  return corner ?? best
}

function projected([longitude = 0, latitude = 0]: Position, project: Project): Point {
  return project(longitude, latitude)
}

/** How far along a to b the foot of a point lies, 0 to 1. */
function along(at: Point, a: Point, b: Point): number {
  const [x, y] = [b.x - a.x, b.y - a.y]
  const square = x * x + y * y
  return square === 0 ? 0 : Math.min(1, Math.max(0, ((at.x - a.x) * x + (at.y - a.y) * y) / square))
}

function between([x = 0, y = 0]: Position, [x2 = 0, y2 = 0]: Position, share: number): Position {
  return [x + share * (x2 - x), y + share * (y2 - y)]
}
