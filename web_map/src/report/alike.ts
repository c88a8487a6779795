/** Which reports are probably of the same thing: of one kind, close together, not long ago. */

export const NEAR_M = 50
export const RECENT_D = 30

const DAY_MS = 864e5
/** Of latitude; one of longitude is shorter by the cosine of the latitude. */
const DEGREE_M = 111_320

export type Position = [number, number]

export interface Placed {
  category: string
  community: number | null
  reported_at: string
  position: Position | null
}

/** Good to a decimetre over the few metres that are asked for here. */
export function metresBetween([x1, y1]: Position, [x2, y2]: Position): number {
  const shrink = Math.cos((((y1 + y2) / 2) * Math.PI) / 180)
  return DEGREE_M * Math.hypot((x2 - x1) * shrink, y2 - y1)
}

/** West, south, east, north of everything within so many metres. */
export function boxAround([x, y]: Position, metres: number): [number, number, number, number] {
  const dy = metres / DEGREE_M
  const dx = dy / Math.cos((y * Math.PI) / 180)
  return [x - dx, y - dy, x + dx, y + dy]
}

export function recentFrom(now: Date): Date {
  return new Date(now.getTime() - RECENT_D * DAY_MS)
}

/** Where one of them bears no pin, it is the community that counts. */
export function isAlike(one: Placed, other: Placed): boolean {
  const apart = Math.abs(Date.parse(one.reported_at) - Date.parse(other.reported_at))
  if (one.category !== other.category || apart > RECENT_D * DAY_MS) return false
  if (one.position && other.position) return metresBetween(one.position, other.position) <= NEAR_M
  return one.community !== null && one.community === other.community
}
