/** The parts of the street desk, one line each: where they lie, their name, their page. */
import { lazy, type ComponentType, type LazyExoticComponent } from 'react'
import type { Language } from '../state/view'

interface Part {
  /** The whole area of an officer, or one community. */
  of: 'area' | 'community'
  title: Record<Language, string>
  Page: LazyExoticComponent<ComponentType>
}

// prettier-ignore
export const PARTS: Record<string, Part> = {
  queue: { of: 'area', title: { zh: '今日待办', en: 'Needs me today' }, Page: lazy(() => import('./queue/Queue')) },
  reports: { of: 'area', title: { zh: '居民诉求', en: 'Reports' }, Page: lazy(() => import('./talk/reports/ReportsPart')) },
  gates: { of: 'community', title: { zh: '关口', en: 'Gates' }, Page: lazy(() => import('./community/gates/GatesPage')) },
  publicity: { of: 'community', title: { zh: '公示', en: 'Publicity' }, Page: lazy(() => import('./talk/PublicityPart')) },
  votes: { of: 'community', title: { zh: '表决', en: 'Votes' }, Page: lazy(() => import('./votes/VotesPart')) },
  ledger: { of: 'community', title: { zh: '台账', en: 'Ledgers' }, Page: lazy(() => import('./community/ledger/LedgerPage')) },
}

/** The parts of an area, or of a community, in the order of the table. */
export function partsOf(of: Part['of']): string[] {
  return Object.keys(PARTS).filter((name) => PARTS[name]?.of === of)
}

/** The part that `part=NAME/…` in the URL names, if there is such a one here; else the first. */
export function partNamed(part: string, of: Part['of']): string | undefined {
  const names = partsOf(of)
  const [name = ''] = part.split('/')
  return names.includes(name) ? name : names[0]
}
