/** How a version of a rule value is told: its value with its unit, and where it stands in time. */
import type { RuleVersion } from '../api/schema.gen'
import type { AdminWords } from '../text/adminZh'

/** Said as it is written; shares as the fractions that the law speaks of. */
export function valuesOf(rule: RuleVersion, words: AdminWords): string[] {
  const said = (number: string) =>
    rule.unit === 'd'
      ? words.days(number)
      : rule.unit === '1' || rule.unit === 'share'
        ? number
        : `${number} ${rule.unit}`
  if (rule.steps.length === 0) return [said(plain(rule.exact))]
  return rule.steps.map(({ above, value }, step) =>
    (step === 0 ? words.firstStep : words.step)(said(String(above)), said(String(value))),
  )
}

export type When = 'inForce' | 'past' | 'toCome'

export function whenOf(rule: RuleVersion, day: string): When {
  if (rule.in_force) return 'inForce'
  return rule.effective_from > day ? 'toCome' : 'past'
}

/** Whether somebody has to read the original before one relies on it. */
export function unsure(rule: RuleVersion): boolean {
  return rule.needs_review || rule.status === 'memory'
}

/** 4.0 is 4: the trailing zero says nothing here. */
function plain(exact: string | null): string {
  return (exact ?? '').replace(/\.0$/, '')
}
