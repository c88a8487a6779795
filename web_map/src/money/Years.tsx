/** Money by year, and by source: of all years, or of the one that is chosen. */
import { useState } from 'react'
import type { Funding } from '../api/schema.gen'
import { useTerm } from '../text/useWords'
import { useMoneyWords } from '../text/useMoneyWords'
import styles from './money.module.css'
import { StepsKey } from './StepsBar'
import { StepsTable } from './StepsTable'

export function Years({ funding }: { funding: Funding }) {
  const words = useMoneyWords()
  const term = useTerm()
  const [chosen, setChosen] = useState<number | null>(null)
  // A filter may take the chosen year away.
  const year = funding.by_year.find((row) => row.year === chosen)?.year
  const sources =
    year === undefined
      ? funding.by_source
      : funding.by_year_and_source.filter((row) => row.year === year)

  return (
    <>
      <section className={styles.part} aria-label={words.byYear}>
        <header>
          <h3>{words.byYear}</h3>
          <StepsKey />
        </header>
        <StepsTable
          head={words.year}
          rows={funding.by_year.map((row) => ({
            key: String(row.year),
            money: row,
            name: (
              <button
                type="button"
                className={styles.choose}
                title={words.onlyYear(row.year)}
                aria-pressed={row.year === year}
                onClick={() => setChosen(row.year === year ? null : row.year)}
              >
                {row.year}
              </button>
            ),
          }))}
        />
      </section>
      <section className={styles.part} aria-label={words.bySource}>
        <header>
          <h3>{year === undefined ? words.bySource : words.bySourceIn(year)}</h3>
          {year !== undefined && (
            <button type="button" className={styles.choose} onClick={() => setChosen(null)}>
              {words.allYears}
            </button>
          )}
        </header>
        <StepsTable
          head={words.source}
          rows={sources.map((row) => ({
            key: row.source,
            money: row,
            name: term('funding', 'source', row.source),
          }))}
        />
      </section>
    </>
  )
}
