/** Where the phone's bottom sheet rests: a peek, half of the screen, or all of it. */

export type Stop = 'peek' | 'half' | 'full'
export const STOPS: readonly Stop[] = ['peek', 'half', 'full']

const PEEK_PX = 150
const FULL_SHARE = 0.92
/** A flick (px per ms) goes to the next stop, however short it was. */
const FLICK = 0.5

export function heightOf(stop: Stop, screen: number): number {
  return { peek: PEEK_PX, half: screen * 0.5, full: screen * FULL_SHARE }[stop]
}

/** The stop that a sheet let go at `height`, moving up at `speed` px/ms, comes to rest at. */
export function restingStop(height: number, speed: number, screen: number): Stop {
  const distance = (stop: Stop) => Math.abs(heightOf(stop, screen) - height)
  const nearest = STOPS.reduce((best, stop) => (distance(stop) < distance(best) ? stop : best))
  if (Math.abs(speed) < FLICK) return nearest
  return speed > 0
    ? (STOPS.find((stop) => heightOf(stop, screen) > height) ?? 'full')
    : (STOPS.findLast((stop) => heightOf(stop, screen) < height) ?? 'peek')
}

export function nextStop(stop: Stop, step: 1 | -1): Stop {
  return STOPS[STOPS.indexOf(stop) + step] ?? stop
}
