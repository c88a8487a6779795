/** What a publicity came to: how long it hung, what was said of it, and what became of that. N(五). */
import { isAnswered, shownOf } from './comments/standing'
import type { Comment, Posting } from './rows'

const DAY_MS = 864e5

export type When = 'before' | 'running' | 'ended'

/** Days are as the service writes them: their order is that of their letters. */
export function whenOf({ properties: { starts, ends } }: Posting, today: string): When {
  if (today < starts) return 'before'
  return today > ends ? 'ended' : 'running'
}

export function closureOf({ properties }: Posting, comments: readonly Comment[]) {
  const came = (outcome: string) =>
    comments.filter((each) => isAnswered(each) && each.properties.outcome === outcome).length
  return {
    /** The first day and the last are both days on which it hangs. */
    days: Math.round((Date.parse(properties.ends) - Date.parse(properties.starts)) / DAY_MS) + 1,
    total: comments.length,
    adopted: came('adopted'),
    notAdopted: came('not_adopted'),
    unanswered: comments.filter((each) => !isAnswered(each)).length,
    hidden: comments.filter((each) => shownOf(each) === 'hidden').length,
    waiting: comments.filter((each) => shownOf(each) === 'waits').length,
  }
}
