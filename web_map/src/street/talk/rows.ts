/** Publicity, where its sheets hang, and comments, as the desk reads them. */
import type { Item } from '../../api/items'
import { useRows } from '../community/ledger/rows'

export type Posting = Item<
  {
    community: number
    title: string
    snapshot: string
    snapshot_sha256: string
    starts: string
    ends: string
    place: string
  },
  null
>

export type Sheet = Item<
  { publicity: number; place: string; posted_on: string; photo: string | null },
  null
>

export type Outcome = 'adopted' | 'not_adopted'

export type Comment = Item<
  {
    publicity: number
    text: string
    made_at: string
    outcome: Outcome | null
    answer: string
    answered_on: string | null
    hidden_reason?: string
    name?: string
    contact?: string
  },
  null
>

/** Everything of a community, the latest publicity first. */
export function useTalk(community: number) {
  const postings = useRows('publicity', community)
  const comments = useRows('comments', community)
  const sheets = useRows('postings', community)
  const error = postings.error ?? comments.error ?? sheets.error
  const retry = () => void Promise.all([postings, comments, sheets].map((each) => each.refetch()))
  if (!postings.data || !comments.data || !sheets.data) return { error, retry, talk: null }
  const talk = {
    postings: (postings.data as Posting[]).toSorted((one, other) =>
      other.properties.starts.localeCompare(one.properties.starts),
    ),
    comments: comments.data as Comment[],
    sheets: sheets.data as Sheet[],
  }
  return { error, retry, talk }
}

export type Talk = NonNullable<ReturnType<typeof useTalk>['talk']>
