/** Communities that could not be chosen at all, by reason. */
import type { SelectionTold } from '../api/schema.gen'
import { usePlanningWords } from '../text/usePlanningWords'
import shared from './planning.module.css'

export function LeftOut({ told }: { told: SelectionTold }) {
  const words = usePlanningWords()
  const reasons = new Map<string, number>()
  for (const { reason } of told.left_out) reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
  if (reasons.size === 0) return null
  return (
    <p className={shared.soft}>
      {[...reasons].map(([reason, count]) => words.leftOut(count, reason)).join(' · ')}
    </p>
  )
}
