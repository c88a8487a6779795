/** Where the report is of, in which parts, of which plan year, and what the map is painted by. */
import type { PerformanceReport } from '../api/schema.gen'
import { useFormats } from '../format/useFormats'
import parts from '../parts/parts.module.css'
import { changeView, hrefOf, useView } from '../state/useView'
import { useAuditWords } from '../text/useAuditWords'
import styles from './audit.module.css'
import { addressOf, partOf, POINTS, type Question } from './question'

interface Props {
  report: PerformanceReport
  question: Question
  areas: readonly string[]
}

export function Head({ report, question, areas }: Props) {
  const words = useAuditWords()
  const formats = useFormats()
  const { measure } = question
  const grains = report.grains.filter((grain) => grain !== 'community' || report.grains.length < 3)
  return (
    <header className={styles.head}>
      <h2>{words.title}</h2>
      <Path report={report} measure={measure} areas={areas} />
      <p className={styles.controls}>
        <label>
          {words.by}
          <select
            value={report.grain}
            onChange={({ target }) => {
              const grain = report.grains.find((each) => each === target.value) ?? null
              changeView({ part: partOf({ measure, grain }) }, 'replace')
            }}
          >
            {grains.map((grain) => (
              <option key={grain} value={grain}>
                {words.grain[grain]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.year}
          <select
            value={question.year ?? ''}
            onChange={({ target }) =>
              changeView({ year: target.value ? Number(target.value) : null }, 'replace')
            }
          >
            <option value="">{words.allYears}</option>
            {report.years.map((year) => (
              <option key={year}>{year}</option>
            ))}
          </select>
        </label>
        <label>
          {words.paint}
          <select
            value={measure}
            onChange={({ target }) =>
              changeView(
                { part: partOf({ measure: target.value, grain: question.grain }) },
                'replace',
              )
            }
          >
            <option value={POINTS}>{words.points}</option>
            {report.total.indicators.map(({ code, title }) => (
              <option key={code} value={code}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <a className={parts.button} href={addressOf(question, 'xlsx')} download>
          {words.xlsx}
        </a>
        <small>{words.asOf(formats.date(report.as_of))}</small>
      </p>
    </header>
  )
}

/** The way back up, as far as the reader's scope goes. */
function Path({ report, measure, areas }: Omit<Props, 'question'> & { measure: string }) {
  const words = useAuditWords()
  const view = useView()
  const up = (division: string) => ({ division, part: partOf({ measure, grain: null }) })
  const steps = report.above.map(({ code, name }) => ({ code, name }))
  if (areas.includes('')) steps.unshift({ code: '', name: words.everywhere })
  const elsewhere = areas.filter((area) => area !== '' && !report.division.startsWith(area))
  return (
    <nav className={styles.path} aria-label={words.where}>
      {steps.map(({ code, name }) =>
        code === report.division ? (
          <b key={code} aria-current="page">
            {name}
          </b>
        ) : (
          <a
            key={code}
            href={hrefOf(view, up(code))}
            onClick={(event) => {
              event.preventDefault()
              changeView(up(code))
            }}
          >
            {name}
          </a>
        ),
      )}
      {elsewhere.length > 0 && (
        <select
          aria-label={words.myAreas}
          value=""
          onChange={({ target }) => changeView(up(target.value))}
        >
          <option value="">{words.myAreas}</option>
          {elsewhere.map((area) => (
            <option key={area}>{area}</option>
          ))}
        </select>
      )}
    </nav>
  )
}
