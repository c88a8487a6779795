/** The filter of the access log as it is asked of the service. */

export interface Sought {
  actor: string
  layer: string
  feature: string
  since: string
  until: string
}

export const EVERYTHING: Sought = { actor: '', layer: '', feature: '', since: '', until: '' }

/** Days are those of China, whose clock the log is read by. */
const MIDNIGHT = 'T00:00:00+08:00'
const DAY_MS = 86_400_000

/** What narrows the log: the last day is in it, and rows are numbered by layer. */
export function queryOf({ actor, layer, feature, since, until }: Sought): Record<string, string> {
  return {
    ...(actor.trim() && { actor: actor.trim() }),
    ...(layer && { layer }),
    ...(layer && feature && { feature }),
    ...(since && { since: since + MIDNIGHT }),
    ...(until && { until: new Date(Date.parse(until + MIDNIGHT) + DAY_MS).toISOString() }),
  }
}
