/** What the desk asks, as the URL has it: which division and year, in which parts, painted by what. */
import { useQuery, keepPreviousData } from '@tanstack/react-query'
import { get } from '../api/client'
import type { Grain, PerformanceReport } from '../api/schema.gen'
import { changeView } from '../state/useView'
import type { View } from '../state/view'

export const POINTS = 'points'
const GRAINS: readonly Grain[] = ['province', 'city', 'county', 'street', 'community']
const PROVINCE_DIGITS = 2
const MINUTE = 60_000

export interface Question {
  /** Empty for the whole country; null for the reader's own area. */
  division: string | null
  year: number | null
  grain: Grain | null
  /** `points`, or the code of an indicator. */
  measure: string
}

/** A province is asked for by county, as the method has it; all else by its next smaller parts. */
export function questionOf(view: View, areas: readonly string[]): Question {
  const [measure, named] = view.part.split('/')
  const home = areas[0] ?? ''
  const division = view.division || home
  const grain = GRAINS.find((each) => each === named)
  const usual = division.length === PROVINCE_DIGITS ? 'county' : null
  return {
    division: division || (areas.includes('') ? '' : null),
    year: view.year,
    grain: grain ?? usual,
    measure: measure || POINTS,
  }
}

export function partOf({ measure, grain }: { measure: string; grain: Grain | null }): string {
  if (grain) return `${measure}/${grain}`
  return measure === POINTS ? '' : measure
}

/** Into a division: its parts are the next smaller ones, painted as before. */
export function goInto(division: string, measure: string): void {
  changeView({ division, part: partOf({ measure, grain: null }) })
}

export function addressOf({ division, year, grain }: Question, f?: 'xlsx'): string {
  const asked = { division, year, grain, f }
  const given = Object.entries(asked).filter(([, value]) => value !== null && value !== undefined)
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)]))
  return `/api/performance?${query.toString()}`
}

export function useReport(question: Question, language: string, enabled: boolean) {
  const address = addressOf(question)
  return useQuery({
    queryKey: ['performance', address, language],
    queryFn: () => get<PerformanceReport>(address),
    enabled,
    staleTime: MINUTE,
    placeholderData: keepPreviousData,
  })
}
