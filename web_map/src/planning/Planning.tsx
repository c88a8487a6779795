/** Map and table of one plan in the making, linked: what is chosen in one is seen in the other. */
import type { RankingTold } from '../api/schema.gen'
import { Failure } from '../parts/States'
import { usePlanningWords } from '../text/usePlanningWords'
import { Drawers } from './Drawers'
import styles from './planning.module.css'
import { PlanMap } from './PlanMap'
import { Ranked } from './Ranked'
import { ScopeBar } from './ScopeBar'
import { Scenarios } from './scenarios/Scenarios'
import { usePlan } from './usePlan'
import { Why } from './Why'

export function Planning({ first }: { first: RankingTold }) {
  const words = usePlanningWords()
  const plan = usePlan(first)
  const { told, open, ranking } = plan
  const at = told.rows.findIndex(({ id }) => id === open)
  const row = told.rows[at]
  return (
    <div className={styles.desk}>
      <div className={styles.map}>
        <PlanMap
          first={plan.first}
          seen={plan.seen}
          scope={plan.wish.scope}
          choose={plan.choose}
          change={plan.change}
        />
        {row && <Why plan={plan} row={row} at={at} />}
      </div>
      <section className={styles.list} aria-label={words.title}>
        <ScopeBar plan={plan} />
        <Drawers plan={plan} />
        {ranking.error ? (
          <Failure error={ranking.error} retry={() => void ranking.refetch()} />
        ) : (
          <Ranked seen={plan.seen} choose={plan.choose} change={plan.change} />
        )}
      </section>
      <Scenarios plan={plan} />
    </div>
  )
}
