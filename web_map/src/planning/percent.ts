/** A small share in per cent, with as many digits as tell it from nothing. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(share < 0.001 ? 3 : 1)} %`
}
