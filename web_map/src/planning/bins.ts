/** Bins of ranks as they are drawn: how wide, how strong, and how often so far from the top. */
export interface Bin {
  last: number
  share: number
  /** How often it is within the first `last`. */
  sofar: number
  /** 1 for the first rank, towards 0 for the last: by the logarithm, as the bins grow. */
  strength: number
}

const FAINT = 0.06

export function bins(shares: [number, number][], count: number): Bin[] {
  let sofar = 0
  return shares.map(([last, share]) => {
    sofar += share
    const far = count > 1 ? Math.log(last) / Math.log(count) : 0
    return { last, share, sofar: Math.min(1, sofar), strength: Math.max(FAINT, 1 - far) }
  })
}
