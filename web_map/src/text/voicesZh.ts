/** Words of the card on wishes, visits and practices; `voicesEn.ts` must say the same things. */

export const voicesZh = {
  wishes: '居民最想改什么',
  asked: (wanting: number, asked: number) => `征询 ${asked} 户,${wanting} 户需要`,
  planned: '已列入改造',
  more: (n: number) => `其余 ${n} 项`,
  visits: '设计师进小区',
  residents: (n: number) => `${n} 位居民参与`,
  practices: '借鉴的经验做法',
  from: (origin: string) => `来自${origin}`,
  since: (day: string) => `${day}起采用`,
  result: (what: string) => `成效:${what}`,
}

export type VoicesWords = typeof voicesZh
