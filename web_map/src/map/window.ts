/** What part of the earth the map shows. */
import type { LngLatBounds } from 'maplibre-gl'

export type Box = [west: number, south: number, east: number, north: number]

export interface MapWindow {
  zoom: number
  box: Box
}

export function boxOf(bounds: LngLatBounds): Box {
  return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()]
}

/** As the service reads it; five decimals are a metre. */
export function writeBox(box: Box): string {
  return box.map((degree) => degree.toFixed(5)).join(',')
}

export function overlaps(a: Box, b: Box): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]
}

export function union(boxes: Box[]): Box | null {
  if (boxes.length === 0) return null
  return [
    Math.min(...boxes.map((box) => box[0])),
    Math.min(...boxes.map((box) => box[1])),
    Math.max(...boxes.map((box) => box[2])),
    Math.max(...boxes.map((box) => box[3])),
  ]
}
