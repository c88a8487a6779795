/** The counties that candidates lie in, by name; by code until the names have come. */
import { useQueries } from '@tanstack/react-query'
import { overviewOptions } from '../api/queries'
import type { Row } from './Ranked'

const CITY_DIGITS = 4

export function useCounties(rows: Row[]): { code: string; name: string }[] {
  const codes = [...new Set(rows.map(({ county }) => county))].sort()
  const cities = [...new Set(codes.map((code) => code.slice(0, CITY_DIGITS)))]
  const told = useQueries({ queries: cities.map((within) => overviewOptions({ within })) })
  const names = new Map(
    told.flatMap(({ data }) => data?.divisions ?? []).map(({ code, name }) => [code, name]),
  )
  return codes.map((code) => ({ code, name: names.get(code) ?? code }))
}
