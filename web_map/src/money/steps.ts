/** How far money has come, as shares of one scale; and the largest amount, which sets the scale. */
import type { Money } from '../api/schema.gen'

export const STEPS = ['planned', 'committed', 'received', 'spent'] as const
export type Step = (typeof STEPS)[number]

export function amount(money: Money, step: Step): number {
  return Number(money[`${step}_cny`])
}

/** The largest of all amounts, and 1 for none: a bar of nothing has no length. */
export function scaleOf(rows: Money[]): number {
  return Math.max(1, ...rows.flatMap((row) => STEPS.map((step) => amount(row, step))))
}

export function shares(money: Money, scale: number): Record<Step, number> {
  const share = (step: Step) => amount(money, step) / scale
  return {
    planned: share('planned'),
    committed: share('committed'),
    received: share('received'),
    spent: share('spent'),
  }
}
