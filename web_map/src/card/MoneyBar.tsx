/** One stacked bar by source, the gap hatched. The legend under it says the same in words. */
import { useId } from 'react'
import { useFormats } from '../format/useFormats'
import { useTerm, useWords } from '../text/useWords'
import styles from './money.module.css'
import type { Bar } from './money'

const WIDTH = 372
const HEIGHT = 22
const SOURCE_COLORS = 10

export function sourceColor(index: number): string {
  return `var(--source-${index % SOURCE_COLORS})`
}

export function MoneyBar({ bar, label }: { bar: Bar; label: string }) {
  const words = useWords()
  const formats = useFormats()
  const term = useTerm()
  const hatch = useId()
  return (
    <figure>
      <svg
        className={styles.bar}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={label}
      >
        <pattern
          id={hatch}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="6" height="6" fill="var(--danger-wash)" />
          <rect width="2" height="6" fill="var(--danger)" />
        </pattern>
        {bar.parts.map((part, index) => (
          <rect
            key={part.source}
            x={part.from * WIDTH}
            width={part.width * WIDTH}
            height={HEIGHT}
            fill={sourceColor(index)}
            stroke="var(--paper)"
          />
        ))}
        <rect
          x={bar.gap.from * WIDTH}
          width={bar.gap.width * WIDTH}
          height={HEIGHT}
          fill={`url(#${hatch})`}
        />
      </svg>
      <ul className={styles.legend}>
        {bar.parts.map((part, index) => (
          <li key={part.source}>
            <i style={{ background: sourceColor(index) }} />
            {term('funding', 'source', part.source)}
            <b>{formats.money(part.cny)}</b>
          </li>
        ))}
        {bar.gap.cny > 0 && (
          <li data-gap>
            <i />
            {words.gap}
            <b>{formats.money(bar.gap.cny)}</b>
          </li>
        )}
      </ul>
    </figure>
  )
}
