/** Whether symbols would lie on each other: then the division above them stands for all. */

/** Pixels between the centres of two symbols that can still be told apart. */
const APART_PX = 42
const WORLD_PX = 512

export function crowded(centers: [number, number][], zoom: number): boolean {
  const scale = WORLD_PX * 2 ** zoom
  const points = centers.map((center) => project(center).map((share) => share * scale))
  return points.some(([x = 0, y = 0], index) =>
    points
      .slice(index + 1)
      .some(([otherX = 0, otherY = 0]) => Math.hypot(x - otherX, y - otherY) < APART_PX),
  )
}

/** Web Mercator, the world's width being 1. */
function project([longitude, latitude]: [number, number]): [number, number] {
  const sine = Math.sin((latitude * Math.PI) / 180)
  return [longitude / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)]
}
