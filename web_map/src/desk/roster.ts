/** Duty shifts of the coming day, and the minutes that nobody watches. */
export interface Shift {
  starts: string
  ends: string
}

export interface Gap {
  from: Date
  to: Date
}

export const DAY_MS = 86_400_000

export function gaps(shifts: Shift[], from: Date, to: Date): Gap[] {
  const found: Gap[] = []
  let watched = from.getTime()
  const sorted = shifts
    .map(({ starts, ends }) => [new Date(starts).getTime(), new Date(ends).getTime()] as const)
    .sort(([a], [b]) => a - b)
  for (const [starts, ends] of sorted) {
    if (starts >= to.getTime()) break
    if (starts > watched) found.push({ from: new Date(watched), to: new Date(starts) })
    watched = Math.max(watched, ends)
    if (watched >= to.getTime()) return found
  }
  return [...found, { from: new Date(watched), to }]
}
