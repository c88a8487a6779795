/** The pieces of a shape that a line cuts it into; the line goes on beyond its ends. */
import type { Polygon, Position } from 'geojson'
import { difference, intersection } from 'polyclip-ts'
import { measures } from '../drawing/measure'

/** What a shaking hand leaves over is no ground to work on. */
const SLIVER_M2 = 0.5
/** Far beyond any site, in degrees: where the line ends, and the half circle that closes its side. */
const FAR = 0.1
const STEPS = 48

type Pair = [number, number]

/** One piece where the line does not part the shape; the largest comes first. */
export function pieces(shape: Polygon, line: Position[]): Polygon[] {
  const cut = line.map(pair)
  const [start, second] = cut
  const [before, end] = cut.slice(-2)
  if (!start || !second || !before || !end) return [shape]
  const side = besides([beyond(second, start), ...cut, beyond(before, end)])
  const whole = shape.coordinates.map((ring) => ring.map(pair))
  return [...intersection([whole], [[side]]), ...difference([whole], [[side]])]
    .map((coordinates): Polygon => ({ type: 'Polygon', coordinates }))
    .filter((piece) => area(piece) > SLIVER_M2)
    .sort((a, b) => area(b) - area(a))
}

function area(shape: Polygon): number {
  return measures(shape).area
}

/** All that lies on one side of a line whose ends are far away. */
function besides(line: Pair[]): Pair[] {
  const from: Pair = line.at(-1) ?? [0, 0]
  const to: Pair = line[0] ?? [0, 0]
  const middle: Pair = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]
  const angle = (at: Pair) => Math.atan2(at[1] - middle[1], at[0] - middle[0])
  const first = angle(from)
  const turn = (angle(to) - first + 2 * Math.PI) % (2 * Math.PI) || 2 * Math.PI
  const arc = Array.from({ length: STEPS + 1 }, (_, n): Pair => {
    const at = first + (turn * n) / STEPS
    return [middle[0] + 3 * FAR * Math.cos(at), middle[1] + 3 * FAR * Math.sin(at)]
  })
  return [...line, ...arc, to]
}

function beyond([x, y]: Pair, [x2, y2]: Pair): Pair {
  const length = Math.hypot(x2 - x, y2 - y) || 1
  return [x2 + (FAR * (x2 - x)) / length, y2 + (FAR * (y2 - y)) / length]
}

function pair([x = 0, y = 0]: Position): Pair {
  return [x, y]
}
