/**
 * The ledgers of a community, one line each, by the part of the way at which they are kept. What a
 * ledger and its attributes are called, what may be filled in and what must be, their layers say.
 */
import type { ComponentType } from 'react'
import { Answers } from './above/Answers'
import { Checks } from './above/Checks'
import { Forms } from './above/Forms'
import { Rounds } from './above/Letters'
import { Roster } from './above/Roster'
import type { AboveProps } from './above/props'

export const GROUPS = ['plan', 'consent', 'works', 'acceptance', 'after'] as const
export type Group = (typeof GROUPS)[number]

export interface Ledger {
  layer: string
  group: Group
  /** What the table shows; the first leads to the row. */
  columns: readonly string[]
  /** Attributes that no form asks for: the service fills them in. */
  leaves?: readonly string[]
  /** What the rows are sorted by; a minus puts the last first. */
  sort: string
  /** What rows are taken together by, each group with its own sums. */
  by?: string
  /** Amounts that are added up. */
  totals?: readonly string[]
  /** Whether a row waits for somebody on a day. */
  late?: (row: Record<string, unknown>, today: string) => boolean
  /** What is told above the table. */
  Above?: ComponentType<AboveProps>
}

// prettier-ignore
export const LEDGERS: readonly Ledger[] = [
  { layer: 'owner_organisations', group: 'plan', columns: ['name', 'kind', 'formed_on', 'formed_evidence', 'management_mode', 'management_standard', 'decided_on', 'dissolved_on'], sort: '-formed_on' },
  { layer: 'households', group: 'plan', columns: ['room', 'building', 'area_m2', 'owner_name', 'phone', 'owner_key'], sort: 'room' },
  { layer: 'wishes', group: 'plan', columns: ['category', 'channel', 'starts', 'ends', 'households_asked', 'households_wanting'], sort: '-households_wanting' },
  { layer: 'design_visits', group: 'plan', columns: ['on', 'profession', 'firm', 'residents', 'outcome'], sort: '-on' },
  { layer: 'works', group: 'plan', columns: ['title', 'category', 'matter', 'budget_cny', 'progress', 'starts', 'ends'], sort: 'title', totals: ['budget_cny'] },
  { layer: 'funding', group: 'plan', columns: ['source', 'year', 'planned_cny', 'committed_cny', 'received_cny', 'spent_cny', 'reason'], sort: '-year', by: 'year', totals: ['planned_cny', 'committed_cny', 'received_cny', 'spent_cny'] },

  { layer: 'publicity', group: 'consent', columns: ['title', 'starts', 'ends', 'place'], leaves: ['snapshot_sha256'], sort: '-starts' },
  { layer: 'postings', group: 'consent', columns: ['place', 'publicity', 'posted_on', 'photo'], sort: '-posted_on' },
  { layer: 'comments', group: 'consent', columns: ['text', 'publicity', 'made_at', 'outcome', 'answer'], sort: '-made_at', late: ({ outcome }) => !outcome },
  { layer: 'decisions', group: 'consent', columns: ['title', 'matter', 'starts', 'ends', 'result', 'valid_until', 'evidence'], leaves: ['closed_at', 'closed_by', 'ballots_sha256'], sort: '-starts' },

  { layer: 'sites', group: 'works', columns: ['name', 'contractor', 'status', 'starts', 'ends'], sort: 'name' },
  { layer: 'inspections', group: 'works', columns: ['step', 'work', 'kind', 'on', 'passed', 'findings', 'photo'], sort: '-on', Above: Checks },
  { layer: 'supervisors', group: 'works', columns: ['name', 'chosen_by', 'term_starts', 'term_ends', 'phone'], sort: '-term_starts' },
  { layer: 'duty_shifts', group: 'works', columns: ['officer', 'site', 'starts', 'ends', 'phone'], sort: '-starts', Above: Roster },
  { layer: 'reception_items', group: 'works', columns: ['text', 'reception_point', 'asked_on', 'reply_by', 'reply', 'replied_on'], sort: 'reply_by', late: ({ replied_on, reply_by }, today) => !replied_on && String(reply_by) < today },
  { layer: 'exceptions', group: 'works', columns: ['check', 'site', 'reason', 'ends', 'approver'], sort: '-ends' },

  { layer: 'acceptances', group: 'acceptance', columns: ['on', 'part', 'work', 'household', 'passed', 'lead', 'findings', 'evidence'], sort: '-on', Above: Forms },
  { layer: 'survey_rounds', group: 'acceptance', columns: ['channel', 'starts', 'ends', 'households_asked', 'conducted_by'], sort: '-starts', Above: Rounds },
  { layer: 'surveys', group: 'acceptance', columns: ['on', 'channel', 'satisfied', 'household_code', 'remark', 'outcome'], sort: '-on', late: ({ remark, outcome }) => Boolean(remark) && !outcome, Above: Answers },

  { layer: 'practices', group: 'after', columns: ['title', 'origin', 'adopted_on', 'result'], sort: '-adopted_on' },
]

export function ledgerNamed(layer: string | undefined): Ledger | undefined {
  return LEDGERS.find((ledger) => ledger.layer === layer)
}
