/** Scenarios side by side: in which of them a community is, as a letter for each. */
import type { ComparisonTold, LineTold } from '../../api/schema.gen'

export const LETTERS = ['A', 'B', 'C', 'D'] as const
const IN: readonly string[] = ['chosen', 'locked_in']

/** The letters of the scenarios that a community is in: `AB`, `B`, or nothing. */
export function groupOf({ sides }: Pick<LineTold, 'sides'>): string {
  return sides.map((side, at) => (side && IN.includes(side.standing) ? LETTERS[at] : '')).join('')
}

export interface Group {
  letters: string
  count: number
  /** Yuan: a community's cost in the first of the scenarios that it is in. */
  cost: number
}

/** Those that there are: in most scenarios first, then by letter; in none last. */
export function groupsOf(lines: ComparisonTold['lines']): Group[] {
  const groups = new Map<string, Group>()
  for (const line of lines) {
    const letters = groupOf(line)
    const group = groups.get(letters) ?? { letters, count: 0, cost: 0 }
    const side = line.sides.find((each) => each && IN.includes(each.standing))
    group.count += 1
    group.cost += Number(side?.cost_cny ?? 0)
    groups.set(letters, group)
  }
  return [...groups.values()].sort(
    (a, b) => b.letters.length - a.letters.length || (a.letters < b.letters ? -1 : 1),
  )
}

export type Paint = 'all' | 'some' | 'none' | (typeof LETTERS)[number]

/** How a group is painted: in all, in one alone (by its letter), in some, in none. */
export function paintOf(letters: string, scenarios: number): Paint {
  if (letters.length === 0) return 'none'
  if (letters.length === scenarios) return 'all'
  return letters.length === 1 ? (letters as Paint) : 'some'
}

export const COLORS: Record<Paint, string> = {
  all: '#0f6e84',
  some: '#5b6775',
  none: '#b8b4aa',
  A: '#c9611a',
  B: '#6b4fa0',
  C: '#4f7a2e',
  D: '#a03a6b',
}
