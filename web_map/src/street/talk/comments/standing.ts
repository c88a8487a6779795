/** How a comment stands: whether anybody decided that it is shown, and whether it has its answer. */
import type { Comment } from '../rows'

export type Shown = 'waits' | 'shown' | 'hidden'

export function shownOf({ visibility, properties }: Comment): Shown {
  if (visibility !== 'draft') return 'shown'
  return properties.hidden_reason ? 'hidden' : 'waits'
}

/** As the gate counts: an outcome, and why. */
export function isAnswered({ properties: { outcome, answer } }: Comment): boolean {
  return outcome !== null && answer !== ''
}

export const isDone = (comment: Comment) => isAnswered(comment) && shownOf(comment) !== 'waits'

export function countsOf(comments: readonly Comment[]) {
  return {
    all: comments.length,
    unanswered: comments.filter((each) => !isAnswered(each)).length,
    waiting: comments.filter((each) => shownOf(each) === 'waits').length,
  }
}

/** What needs somebody first, the longest waiting at its head. */
export function inOrder(comments: readonly Comment[]): Comment[] {
  return comments.toSorted(
    (one, other) =>
      Number(isDone(one)) - Number(isDone(other)) ||
      Date.parse(one.properties.made_at) - Date.parse(other.properties.made_at),
  )
}
