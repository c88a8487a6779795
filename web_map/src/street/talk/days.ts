/** The first and the last day of a publicity, by the days that the rule asks for. N(五). */
import { useQuery } from '@tanstack/react-query'
import { get } from '../../api/client'
import type { RuleVersion } from '../../api/schema.gen'
import { dayInChina } from '../../format/day'

const RULE = 'publicity-days'
const DAY_MS = 864e5

/** As of today; undefined until the service has told. */
export function useDays(): number | undefined {
  const rules = useQuery({
    queryKey: ['standards', ''],
    queryFn: () => get<RuleVersion[]>('/api/standards'),
    staleTime: Infinity,
  })
  return rules.data?.find(({ code }) => code === RULE)?.value ?? undefined
}

/** From tomorrow, for a sheet is printed and put up first; both the first and the last day count. */
export function firstAndLast(now: Date, days: number): { starts: string; ends: string } {
  const after = (n: number) => dayInChina(new Date(now.getTime() + n * DAY_MS))
  return { starts: after(1), ends: after(days) }
}
