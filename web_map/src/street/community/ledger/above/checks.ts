/** 三检: how many checks each working step has passed, and the one that is due. N(八). */
import type { Row } from '../../../../api/items'

export const CHECKS = ['self', 'handover', 'professional'] as const

export interface Step {
  step: string
  passed: number
}

export interface Due {
  /** Null for a step that has not begun. */
  step: string | null
  kind: (typeof CHECKS)[number]
}

/** A check that fails is done again, and so are those after it. */
export function stepsOf(inspections: Row[]): Step[] {
  const passed = new Map<string, number>()
  for (const { properties } of [...inspections].sort(byDay)) {
    const place = (CHECKS as readonly unknown[]).indexOf(properties.kind)
    if (place < 0) continue
    const step = String(properties.step)
    const stand = passed.get(step) ?? 0
    if (!properties.passed) passed.set(step, Math.min(stand, place))
    else passed.set(step, place === stand ? stand + 1 : stand)
  }
  return [...passed].map(([step, count]) => ({ step, passed: count }))
}

export function dueOf(steps: Step[]): Due {
  const open = steps.find(({ passed }) => passed < CHECKS.length)
  return open
    ? { step: open.step, kind: CHECKS[open.passed] ?? 'self' }
    : { step: null, kind: 'self' }
}

function byDay(a: Row, b: Row): number {
  return String(a.properties.on).localeCompare(String(b.properties.on)) || a.id - b.id
}
