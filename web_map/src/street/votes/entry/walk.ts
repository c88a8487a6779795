/** The rooms of a vote in walking order, and which of them an officer means who types a number. */
import type { VotingRoom } from '../../../api/schema.gen'

export type Room = Pick<VotingRoom, 'household' | 'building' | 'number' | 'room'>

const byNumber = new Intl.Collator('zh', { numeric: true }).compare

/** Building by building, stair by stair, floor by floor: as one walks, and as papers are piled. */
export function walk<R extends Room>(rooms: readonly R[]): R[] {
  return rooms.toSorted(
    (a, b) =>
      byNumber(a.number, b.number) ||
      (a.building ?? 0) - (b.building ?? 0) ||
      byNumber(a.room, b.room),
  )
}

/** In the order in which they come. */
export function byBuilding<R extends Room>(rooms: readonly R[]): Map<number | null, R[]> {
  const found = new Map<number | null, R[]>()
  for (const room of rooms) {
    const before = found.get(room.building)
    if (before) before.push(room)
    else found.set(room.building, [room])
  }
  return found
}

/** What is left of a number when only its letters and digits count: `3-1-502` is `31502`. */
export function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** Everything before the last part: rooms of one stair share it. */
function stair(room: Room): string {
  return room.room.replace(/[^\p{L}\p{N}]*[\p{L}\p{N}]+$/u, '')
}

export interface Place {
  /** In walking order. */
  rooms: readonly Room[]
  /** Where one stands: the room that would be next, or -1. */
  at: number
  /** The building that one keeps to; null for the whole community. */
  building: number | null
  voted: (room: Room) => boolean
}

/**
 * The rooms that a typed number may mean; one, where it is clear.
 *
 * The building where one stands comes first, and there the end of a number is enough: `502` for
 * `3-1-502`. Where several end so, it is the one of this stair, but only if it still lies ahead;
 * else the number has to be typed in full, because a wrong room is a wrong vote.
 */
export function meant(typed: string, place: Place): Room[] {
  const sought = bare(typed)
  if (!sought) return []
  const { rooms, at, building, voted } = place
  const here = rooms[at]
  const home = building ?? here?.building ?? null
  const scope = building === null ? rooms : rooms.filter((room) => room.building === building)
  const near = rooms.filter((room) => room.building === home)
  const exact = (room: Room) => bare(room.room) === sought
  const found = [
    near.filter(exact),
    near.filter((room) => bare(room.room).endsWith(sought)),
    scope.filter(exact),
  ].find(({ length }) => length > 0)
  if (!found || found.length === 1 || !here) return found ?? []
  const ahead = found.filter((room) => stair(room) === stair(here))
  const [only] = ahead
  return only && ahead.length === 1 && !voted(only) && rooms.indexOf(only) >= at ? [only] : found
}

/** Rooms without a ballot whose number has these digits, those ahead first. */
export function suggested(typed: string, place: Place, most: number): Room[] {
  const sought = bare(typed)
  if (!sought) return []
  const { rooms, at, building, voted } = place
  const from = Math.max(at, 0)
  const fits = (room: Room) =>
    (building === null || room.building === building) &&
    !voted(room) &&
    bare(room.room).includes(sought)
  return [...rooms.slice(from), ...rooms.slice(0, from)].filter(fits).slice(0, most)
}

/** The next room without a ballot from there on, round to the beginning; -1 when all have one. */
export function next(place: Place, from: number, step: 1 | -1 = 1): number {
  const { rooms, building, voted } = place
  const { length } = rooms
  for (let passed = 0; passed < length; passed++) {
    const index = (((from + passed * step) % length) + length) % length
    const room = rooms[index]
    if (room && (building === null || room.building === building) && !voted(room)) return index
  }
  return -1
}
