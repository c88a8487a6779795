/** The classes that a map of the report is painted in. Pure. */
import type { Grade, PerformanceReport, PerformanceRow } from '../api/schema.gen'
import { POINTS } from './question'

/** ColorBrewer's PuBuGn, light to dark. */
const RAMP = ['#f6eff7', '#bdc9e1', '#67a9cf', '#1c9099', '#016c59']
const GRADES: readonly Grade[] = ['poor', 'pass', 'good', 'excellent']
const GRADE_COLORS: Record<Grade, string> = {
  poor: '#f6eff7',
  pass: '#bdc9e1',
  good: '#67a9cf',
  excellent: '#016c59',
}

export interface Band {
  color: string
  /** A grade, or the ends of a class of shares: over `low`, up to `high`. */
  grade?: Grade
  low?: number
  high?: number
  rows: PerformanceRow[]
}

export interface Painted {
  bands: Band[]
  none: PerformanceRow[]
}

export function painted(report: PerformanceReport, measure: string): Painted {
  return measure === POINTS ? byGrade(report.rows) : byShare(report, measure)
}

export function shareOf(row: PerformanceRow, code: string): number | null {
  return row.indicators.find((each) => each.code === code)?.share ?? null
}

export function hasScore(row: PerformanceRow): boolean {
  return row.indicators.some(({ share }) => share !== null)
}

function byGrade(rows: PerformanceRow[]): Painted {
  const scored = rows.filter(hasScore)
  return {
    bands: GRADES.map((grade) => ({
      color: GRADE_COLORS[grade],
      grade,
      rows: scored.filter(({ grade_at_least }) => grade_at_least === grade),
    })),
    none: rows.filter((row) => !hasScore(row)),
  }
}

/** A share belongs to a class as its hundredths do, which the legend tells. */
function byShare(report: PerformanceReport, measure: string): Painted {
  const bounds = report.breaks[measure]
  const share = (row: PerformanceRow) => shareOf(row, measure)
  const known = report.rows.filter((row) => share(row) !== null)
  const none = report.rows.filter((row) => share(row) === null)
  if (!bounds || known.length === 0) return { bands: [], none }
  const hundredths = known.map((row) => Math.round((share(row) ?? 0) * 100) / 100)
  const lows = [Math.min(...hundredths), ...bounds]
  const highs = [...bounds, Math.max(...hundredths)]
  const bands = highs.map((high, at) => {
    const low = lows[at] ?? 0
    const rows = known.filter((_, row) => {
      const value = hundredths[row] ?? 0
      return value <= high && (at === 0 || value > low)
    })
    return { color: colorAt(at, highs.length), low, high, rows }
  })
  return { bands, none }
}

/** Fewer classes keep the ends of the ramp apart. */
function colorAt(at: number, classes: number): string {
  const place =
    classes === 1 ? RAMP.length - 1 : Math.round((at * (RAMP.length - 1)) / (classes - 1))
  return RAMP[place] ?? ''
}
