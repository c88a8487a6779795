/** When tasks are due, seen from today, and of which communities they are. */
import type { TaskTold } from '../../api/schema.gen'

export const WHENS = ['overdue', 'today', 'week', 'later', 'anytime'] as const
export type When = (typeof WHENS)[number]

export interface Group {
  when: When
  tasks: TaskTold[]
}

const WEEK = 7

/** Days are as the service writes them: their order is that of their letters. */
export function whenOf(due: string | null, today: string): When {
  if (due === null) return 'anytime'
  if (due < today) return 'overdue'
  if (due === today) return 'today'
  return due <= daysAfter(today, WEEK) ? 'week' : 'later'
}

/** The groups that there are, the most urgent first; the service's order within each. */
export function grouped(tasks: TaskTold[], today: string): Group[] {
  return WHENS.map((when) => ({
    when,
    tasks: tasks.filter(({ due }) => whenOf(due, today) === when),
  })).filter((group) => group.tasks.length > 0)
}

/** The communities that tasks are of, each with how many, in the order of their names. */
export function communitiesOf(tasks: TaskTold[]): { id: number; name: string; count: number }[] {
  const found = new Map<number, { id: number; name: string; count: number }>()
  for (const { community, name } of tasks)
    if (community !== null) {
      const count = (found.get(community)?.count ?? 0) + 1
      found.set(community, { id: community, name, count })
    }
  return [...found.values()].sort((one, other) => one.name.localeCompare(other.name, 'zh'))
}

function daysAfter(day: string, days: number): string {
  const moment = new Date(`${day}T00:00:00Z`)
  moment.setUTCDate(moment.getUTCDate() + days)
  return moment.toISOString().slice(0, 10)
}
