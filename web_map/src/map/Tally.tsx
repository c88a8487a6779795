/** One division as a proportional symbol: a ring by phase, progress or gap, its figure within. */
import type { DivisionTally } from '../api/schema.gen'
import { useFormats } from '../format/useFormats'
import { useWords } from '../text/useWords'
import { arcs } from './arcs'
import styles from './map.module.css'

const SMALLEST = 22
const LARGEST = 38
/** Radius from which four digits of the larger type fit. */
const LARGE_FIGURE_FROM = 27
const STROKE = 6

export interface Ring {
  slices: { share: number; color: string }[]
  figure: string
}

interface Props {
  tally: DivisionTally
  ring: Ring
  /** Share of the largest symbol on the map: the area of the disc tells the number. */
  weight: number
  open: () => void
}

export function Tally({ tally, ring, weight, open }: Props) {
  const words = useWords()
  const formats = useFormats()
  const radius = Math.max(SMALLEST, LARGEST * Math.sqrt(weight))
  const center = radius + 1
  const label = words.area_tally(tally.name, tally.communities, tally.closures_today)
  const progress =
    tally.progress === null ? '' : ` ${words.overallProgress} ${formats.share(tally.progress)}`
  return (
    <button type="button" className={styles.tally} aria-label={label + progress} onClick={open}>
      <svg width={center * 2} height={center * 2} aria-hidden="true">
        <circle cx={center} cy={center} r={radius} className={styles.tallyGround} />
        <circle
          cx={center}
          cy={center}
          r={radius - STROKE / 2}
          className={styles.tallyTrack}
          strokeWidth={STROKE}
        />
        {arcs(ring.slices, radius - STROKE / 2, center).map(({ path, color }) => (
          <path key={path} d={path} stroke={color} strokeWidth={STROKE} fill="none" />
        ))}
        <text
          x={center}
          y={center}
          className={styles.tallyFigure}
          data-small={radius < LARGE_FIGURE_FROM}
        >
          {ring.figure}
        </text>
      </svg>
      <span>{tally.name}</span>
    </button>
  )
}
