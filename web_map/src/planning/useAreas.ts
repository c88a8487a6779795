/** The counties that candidates lie in and their streets, by name; by code until names have come. */
import { useQueries, useQuery } from '@tanstack/react-query'
import { overviewOptions } from '../api/queries'
import type { Row } from './Ranked'

const CITY_DIGITS = 4

export interface Area {
  code: string
  name: string
}

export function useCounties(rows: Row[]): Area[] {
  const codes = [...new Set(rows.map(({ county }) => county))].sort()
  const cities = [...new Set(codes.map((code) => code.slice(0, CITY_DIGITS)))]
  const told = useQueries({ queries: cities.map((within) => overviewOptions({ within })) })
  const names = new Map(
    told.flatMap(({ data }) => data?.divisions ?? []).map(({ code, name }) => [code, name]),
  )
  return codes.map((code) => ({ code, name: names.get(code) ?? code }))
}

/** Those with communities; none of no county. */
export function useStreets(county: string): Area[] {
  const told = useQuery({ ...overviewOptions({ within: county }), enabled: county !== '' })
  return county ? (told.data?.divisions ?? []).filter(({ communities }) => communities > 0) : []
}
