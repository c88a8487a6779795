/** The sums of each scenario, county by county. */
import type { ComparisonTold } from '../../api/schema.gen'
import { useFormats } from '../../format/useFormats'
import { useScenarioWords } from '../../text/useScenarioWords'
import styles from './compare.module.css'
import { SumTable } from './SumTable'

export function Counties({ told: { scenarios, counties } }: { told: ComparisonTold }) {
  const words = useScenarioWords()
  const formats = useFormats()
  return (
    <details className={styles.counties} open={counties.length <= 12}>
      <summary>{words.byCounty}</summary>
      <SumTable
        title={words.byCounty}
        first={words.county}
        scenarios={scenarios}
        rows={counties.map(({ name, sums }) => ({
          title: name,
          cells: sums.map(({ count, cost_cny }) =>
            count > 0 ? `${words.count(count)} · ${formats.money(cost_cny)}` : '—',
          ),
        }))}
      />
    </details>
  )
}
