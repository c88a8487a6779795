/** A curve of choices as points in a square of 100: budgets rightwards, what they bring upwards. */
export interface Outline {
  path: string
  points: { x: number; y: number }[]
}

/** Budgets stand at equal steps. What cannot be chosen brings nothing. */
export function outline(steps: { objective: number; status: string }[]): Outline {
  const most = Math.max(...steps.map(({ objective }) => objective), Number.MIN_VALUE)
  const points = steps.map(({ objective, status }, at) => ({
    x: steps.length > 1 ? (100 * at) / (steps.length - 1) : 50,
    y: status === 'infeasible' ? 100 : 100 * (1 - objective / most),
  }))
  const path = points.map(({ x, y }, at) => `${at ? 'L' : 'M'}${x} ${y}`).join(' ')
  return { path, points }
}
