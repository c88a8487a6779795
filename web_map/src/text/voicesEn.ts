/** Words of the card on wishes, visits and practices, in English. */
import type { VoicesWords } from './voicesZh'

export const voicesEn: VoicesWords = {
  wishes: 'What residents want most',
  asked: (wanting, asked) => `${wanting} of the ${asked} households asked want it`,
  planned: 'planned',
  more: (n) => `${n} more`,
  visits: 'Designers in the community',
  residents: (n) => `${n} residents took part`,
  practices: 'Learned from others',
  from: (origin) => `From ${origin}`,
  since: (day) => `taken up on ${day}`,
  result: (what) => `Result: ${what}`,
}
