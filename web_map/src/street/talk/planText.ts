/** The text of a plan as it is posted: a lead, then every item with its budget. */
import type { Row } from '../../api/items'

export function planText(
  works: readonly Row[],
  lead: string,
  line: (title: string, budget: string) => string,
): string {
  const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 })
  const items = works.map(({ properties: { title, budget_cny } }, index) => {
    const budget = whole.format(Number(budget_cny))
    return `${index + 1}. ${line(typeof title === 'string' ? title : '', budget)}`
  })
  return [lead, ...items].join('\n')
}
