/** Why a community stands where it does: each measure, what it adds, and what the gate misses. */
import type { Criterion } from '../api/schema.gen'
import { IconButton } from '../parts/IconButton'
import { hrefOf, useView } from '../state/useView'
import { usePlanningWords } from '../text/usePlanningWords'
import { useWords } from '../text/useWords'
import { criterionColor } from './colors'
import styles from './planning.module.css'
import type { Row } from './Ranked'
import { parts, type Utilities } from './scoring'

/** The service's code of a share of one. */
const SHARE = '1'

interface Props {
  row: Row
  at: number
  criteria: Criterion[]
  utilities: Utilities
  weights: Float64Array
  close: () => void
}

export function Why({ row, at, criteria, utilities, weights, close }: Props) {
  const words = usePlanningWords()
  const page = useWords()
  const view = useView()
  const found = parts(utilities, weights, at)
  return (
    <section className={styles.why} aria-label={words.why(row.name)}>
      <header>
        <h3>{words.why(row.name)}</h3>
        <IconButton icon="close" label={page.close} onClick={close} />
      </header>
      <table>
        <tbody>
          {criteria.map(({ code, title, unit, unit_title, source, article }, index) => {
            const { part, unknown } = found[index] ?? { part: 0, unknown: true }
            return (
              <tr key={code} title={[source, article].filter(Boolean).join(' · ')}>
                <th scope="row">
                  <i style={{ background: criterionColor(index) }} />
                  {title}
                </th>
                <td>{unknown ? words.unknown : said(row.measures[code] ?? 0, unit, unit_title)}</td>
                <td>
                  <span className={styles.parts}>
                    <i
                      data-unknown={unknown}
                      style={{
                        inlineSize: `${Math.min(1, part * 3) * 100}%`,
                        ['--part' as string]: criterionColor(index),
                      }}
                    />
                  </span>
                </td>
                <td className={styles.figure}>{words.adds((100 * part).toFixed(1))}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {row.unknown.length > 0 && <p className={styles.soft}>{words.unknownHint}</p>}
      {row.missing.length > 0 && (
        <>
          <h4>{words.missing}</h4>
          <ul className={styles.missing}>
            {row.missing.map(({ code, message, article }) => (
              <li key={code}>{`${message} ${article}`}</li>
            ))}
          </ul>
        </>
      )}
      <a href={hrefOf(view, { desk: null, community: Number(row.id), camera: null })}>
        {words.openCard}
      </a>
    </section>
  )
}

function said(value: number, unit: string, title: string): string {
  return unit === SHARE ? `${Math.round(value * 100)} %` : `${Math.round(value * 10) / 10} ${title}`
}
