/** The candidates as points for the map to draw, and the box that holds them all. */
import type { FeatureCollection } from 'geojson'
import type { Row } from './Ranked'
import type { Scored } from './scoring'
import type { Lock } from './wish'

interface Seen {
  rows: Row[]
  shown: number[]
  scores: Scored
  inPlan: ReadonlySet<string>
  open: string | null
  picked: string[] | null
  locks: Record<string, Lock>
}

export function pointsOf({ rows, shown, scores, ...seen }: Seen): FeatureCollection {
  const features = shown.flatMap((at) => {
    const row = rows[at]
    if (!row?.place) return []
    const { id, place, eligible } = row
    return {
      type: 'Feature' as const,
      geometry: { type: 'Point' as const, coordinates: place },
      properties: {
        id,
        score: scores.score[at] ?? 0,
        eligible: eligible === true,
        plan: seen.inPlan.has(id),
        lock: seen.locks[id] ?? '',
        marked: id === seen.open || (seen.picked?.includes(id) ?? false),
      },
    }
  })
  return { type: 'FeatureCollection', features }
}

const JIANGXI: [number, number, number, number] = [113.5, 24.4, 118.5, 30.1]

export function boundsOf(rows: Pick<Row, 'place'>[]): [number, number, number, number] {
  const places = rows.flatMap(({ place }) => (place ? [place] : []))
  if (places.length === 0) return JIANGXI
  return places.reduce(
    ([west, south, east, north], [x, y]) => [
      Math.min(west, x),
      Math.min(south, y),
      Math.max(east, x),
      Math.max(north, y),
    ],
    [180, 90, -180, -90],
  )
}
