/** Why a community stands where it does: each measure, what it adds, and what the gate misses. */
import { useFormats } from '../format/useFormats'
import { IconButton } from '../parts/IconButton'
import { usePlanningWords } from '../text/usePlanningWords'
import { useWords } from '../text/useWords'
import { criterionColor } from './colors'
import styles from './planning.module.css'
import type { Row } from './Ranked'
import { parts } from './scoring'
import type { Plan } from './usePlan'
import { WhyLinks } from './WhyLinks'

/** The service's code of a share of one. */
const SHARE = '1'

interface Props {
  plan: Plan
  row: Row
  at: number
}

export function Why({ plan, row, at }: Props) {
  const words = usePlanningWords()
  const page = useWords()
  const { criteria } = plan.told
  const found = parts(plan.table, plan.shares, at)
  return (
    <section className={styles.why} aria-label={words.why(row.name)}>
      <header>
        <h3>{words.why(row.name)}</h3>
        <IconButton icon="close" label={page.close} onClick={plan.close} />
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
      <Central plan={plan} row={row} />
      <WhyLinks community={Number(row.id)} />
    </section>
  )
}

/** What one must value who would have it among the first. */
function Central({ plan, row }: Pick<Props, 'plan' | 'row'>) {
  const words = usePlanningWords()
  const formats = useFormats()
  const { told } = plan
  const central = row.central_weights
  if (!central || !told.stability) return null
  const moved = told.criteria
    .map(({ code, title }) => ({
      title,
      weight: central[code] ?? 0,
      more: (central[code] ?? 0) - (told.weights[code] ?? 0),
    }))
    .sort((a, b) => Math.abs(b.more) - Math.abs(a.more))
    .slice(0, MOVED)
  return (
    <p className={styles.soft}>
      {words.central(told.stability.top)}
      {moved.map(({ title, weight }) => `${title} ${formats.share(weight)}`).join(words.comma)}
    </p>
  )
}

/** As many weights as one reads. */
const MOVED = 3

function said(value: number, unit: string, title: string): string {
  return unit === SHARE ? `${Math.round(value * 100)} %` : `${Math.round(value * 10) / 10} ${title}`
}
