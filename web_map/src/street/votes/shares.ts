/** How much of a building took part: the lower of its two shares, because both are asked for. */
import type { BuildingTally, ShareOutput } from '../../api/schema.gen'

/** Up to the quorum of two thirds; the last class is decided by the service, which counts exactly. */
const BREAKS = [1 / 3, 1 / 2]
export const REACHED = BREAKS.length + 1

export function shareOf(part: ShareOutput, whole: ShareOutput): { owners: number; area: number } {
  return {
    owners: whole.owners > 0 ? part.owners / whole.owners : 0,
    area: Number(whole.area_m2) > 0 ? Number(part.area_m2) / Number(whole.area_m2) : 0,
  }
}

export function lower({ took_part, total }: Pick<BuildingTally, 'took_part' | 'total'>): number {
  const { owners, area } = shareOf(took_part, total)
  return Math.min(owners, area)
}

export function isNothing({ owners, area_m2 }: ShareOutput): boolean {
  return owners === 0 && Number(area_m2) === 0
}

/** Those taking part and those who still have to: consent is asked of no fewer than the quorum. */
export function sum(a: ShareOutput, b: ShareOutput): ShareOutput {
  return {
    owners: a.owners + b.owners,
    area_m2: ((cents(a.area_m2) + cents(b.area_m2)) / 100).toFixed(2),
  }
}

function cents(area_m2: string): number {
  return Math.round(Number(area_m2) * 100)
}

/** From 0 to `REACHED`; null where nobody has taken part. */
export function classOf(building: BuildingTally): number | null {
  if (building.took_part.owners === 0) return null
  if (isNothing(building.missing)) return REACHED
  const share = lower(building)
  return BREAKS.filter((edge) => share >= edge).length
}
