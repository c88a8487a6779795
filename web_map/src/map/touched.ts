/** The tiles that a changed box touches, so that only those are asked for again. */
import type { Box } from './window'

export interface TileId {
  x: number
  y: number
  z: number
}

/** The deepest zoom that the service cuts tiles for. */
const DEEPEST = 17
/** Of a box that covers more tiles than these, the whole source may as well be read again. */
const MANY = 400

/** Null where a list of tiles would be too long. */
export function touched([west, south, east, north]: Box): TileId[] | null {
  const found: TileId[] = []
  for (let z = 0; z <= DEEPEST; z++) {
    const [left, right] = [column(west, z), column(east, z)]
    const [top, bottom] = [row(north, z), row(south, z)]
    if (found.length + (right - left + 1) * (bottom - top + 1) > MANY) return null
    for (let x = left; x <= right; x++) for (let y = top; y <= bottom; y++) found.push({ x, y, z })
  }
  return found
}

function column(longitude: number, z: number): number {
  return Math.floor(((longitude + 180) / 360) * 2 ** z)
}

function row(latitude: number, z: number): number {
  const mercator = Math.asinh(Math.tan((latitude * Math.PI) / 180)) / Math.PI
  return Math.floor(((1 - mercator) / 2) * 2 ** z)
}
