/** The planning desk: which communities next year, why these, and what if the money changes. */
import { useDeferredValue, useMemo, useState } from 'react'
import { useSession } from '../api/queries'
import type { RankingTold } from '../api/schema.gen'
import { useFormats } from '../format/useFormats'
import { Chip } from '../parts/Chip'
import { Empty, Failure, Skeleton } from '../parts/States'
import { usePlanningWords } from '../text/usePlanningWords'
import { useRanking, useSelecting } from './asking'
import { Budget } from './Budget'
import { Outcome } from './Outcome'
import styles from './planning.module.css'
import { PlanMap } from './PlanMap'
import { Ranked } from './Ranked'
import { proportions, scored } from './scoring'
import { utilities } from './utilities'
import { useCounties } from './useCounties'
import { Weights, type WeightsByCode } from './Weights'
import { Why } from './Why'

const NEXT_YEAR = new Date().getFullYear() + 1
const NOTHING: ReadonlySet<string> = new Set()

export default function PlanningDesk() {
  const words = usePlanningWords()
  const session = useSession()
  const [year, setYear] = useState(NEXT_YEAR)
  const ranking = useRanking(year, session.data?.signed_in ?? false)
  if (session.data && !session.data.signed_in)
    return <Empty title={words.signInFirst} hint={words.signInFirstHint} />
  if (ranking.error) return <Failure error={ranking.error} retry={() => void ranking.refetch()} />
  if (!ranking.data) return <Skeleton rows={10} />
  return <Plan key={ranking.data.year} told={ranking.data} setYear={setYear} />
}

function Plan({ told, setYear }: { told: RankingTold; setYear: (year: number) => void }) {
  const words = usePlanningWords()
  const formats = useFormats()
  const { rows, criteria } = told
  const [weights, setWeights] = useState<WeightsByCode>(told.weights)
  const [chosenWith, setChosenWith] = useState<WeightsByCode | null>(null)
  const [county, setCounty] = useState('')
  const [onlyEligible, setOnlyEligible] = useState(false)
  const [open, setOpen] = useState<string | null>(null)
  const [step, setStep] = useState<number | null>(null)
  const selecting = useSelecting()

  const table = useMemo(() => utilities(told), [told])
  // The slider moves at once; the table follows as fast as it can be drawn.
  const settled = useDeferredValue(weights)
  const shares = useMemo(() => proportions(table.criteria, settled), [table, settled])
  const scores = useMemo(() => scored(table, shares), [table, shares])
  const rankOf = useMemo(() => placesOf(scores.order), [scores])
  const shown = useMemo(
    () =>
      [...scores.order].filter((at) => {
        const row = rows[at]
        return row && (!county || row.county === county) && (!onlyEligible || row.eligible)
      }),
    [scores, rows, county, onlyEligible],
  )
  const chosen = step === null ? selecting.data?.chosen : selecting.data?.curve[step]?.chosen
  const inPlan = useMemo(() => (chosen ? new Set(chosen) : NOTHING), [chosen])
  const at = rows.findIndex(({ id }) => id === open)
  const row = rows[at]
  const presets = usePresets(told)
  const counties = useCounties(rows)

  return (
    <div className={styles.desk}>
      <div className={styles.map}>
        <PlanMap
          rows={rows}
          shown={shown}
          score={scores.score}
          inPlan={inPlan}
          open={open}
          choose={setOpen}
        />
        {row && (
          <Why
            row={row}
            at={at}
            criteria={criteria}
            utilities={table}
            weights={shares}
            close={() => setOpen(null)}
          />
        )}
      </div>
      <section className={styles.list} aria-label={words.title}>
        <header>
          <label>
            {words.year}
            <select value={told.year} onChange={(event) => setYear(Number(event.target.value))}>
              {[-1, 0, 1, 2].map((ahead) => (
                <option key={ahead}>{NEXT_YEAR + ahead}</option>
              ))}
            </select>
          </label>
          <label>
            {words.county}
            <select value={county} onChange={(event) => setCounty(event.target.value)}>
              <option value="">{words.allCounties}</option>
              {counties.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <Chip on={onlyEligible} toggle={() => setOnlyEligible(!onlyEligible)}>
            {words.onlyEligible}
          </Chip>
          <span className={styles.soft} role="status">
            {words.counted(shown.length, told.matched)}
            {told.data_date && ` · ${words.dataDate(formats.moment(told.data_date))}`}
          </span>
        </header>
        <details className={styles.drawer}>
          <summary>{words.weights}</summary>
          <Weights criteria={criteria} weights={weights} presets={presets} change={setWeights} />
        </details>
        <details className={styles.drawer} open>
          <summary>{words.choose}</summary>
          <Budget
            pending={selecting.isPending}
            select={(body) => {
              setStep(null)
              setChosenWith(weights)
              selecting.mutate({ ...body, year: told.year, weights })
            }}
          />
          {selecting.error && <Failure error={selecting.error} retry={() => selecting.reset()} />}
          {selecting.data && (
            <Outcome
              told={selecting.data}
              stale={chosenWith !== weights}
              step={step}
              show={setStep}
            />
          )}
        </details>
        <Ranked
          rows={rows}
          shown={shown}
          rankOf={rankOf}
          scores={scores}
          utilities={table}
          weights={shares}
          first={told.stability?.top ?? 0}
          inPlan={inPlan}
          open={open}
          choose={setOpen}
        />
      </section>
    </div>
  )
}

/** Where each row stands in an order. */
function placesOf(order: Uint32Array): Uint32Array {
  const places = new Uint32Array(order.length)
  order.forEach((row, place) => {
    places[row] = place
  })
  return places
}

function usePresets({ criteria, weights }: RankingTold): Record<string, WeightsByCode> {
  return useMemo(
    () => ({
      bureau: weights,
      equal: Object.fromEntries(criteria.map(({ code }) => [code, 0.1])),
      preferences: Object.fromEntries(
        criteria.map(({ code, group }) => [code, group === 'preference' ? 0.25 : 0]),
      ),
    }),
    [criteria, weights],
  )
}
