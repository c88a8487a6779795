/** The words of the money page in English. */
import type { MoneyWords } from './moneyZh'

export const moneyEn: MoneyWords = {
  title: 'Money',
  lead: (communities) => `${communities} communities: planned, committed, received, spent`,
  yuan: 'Chinese yuan',
  budget: 'Budget of works',
  planned: 'Planned',
  committed: 'Committed',
  received: 'Received',
  spent: 'Spent',
  gap: 'Gap',
  gapHint:
    'Gap: budget without committed money. A surplus of one community fills no gap of another.',
  byYear: 'By year',
  bySource: 'By source',
  bySourceIn: (year) => `By source, ${year}`,
  year: 'Year',
  source: 'Source',
  allYears: 'All years',
  onlyYear: (year) => `Sources of ${year} alone`,
  steps: (planned, committed, received, spent) =>
    `Planned ${planned}, committed ${committed}, received ${received}, spent ${spent}`,
  total: 'Total',
  byArea: 'Where money is missing',
  area: 'Area',
  communities: 'Communities',
  gapShare: 'Gap of budget',
  noGap: 'No gap',
  onMap: 'See the gaps on the map',
  waiting: 'Who waits for money',
  waitingHint: 'Largest gap first',
  noOneWaits: 'No community in this selection lacks money.',
  none: 'No money is public yet',
  noneHint: 'It shows here once planners enter and publish it; or widen the filters.',
}
