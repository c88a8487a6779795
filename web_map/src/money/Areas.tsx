/** Where money is missing: the areas one level below the one chosen, largest gap first. */
import { useOverview } from '../api/queries'
import type { OverviewQuery } from '../api/client'
import type { Overview } from '../api/schema.gen'
import { useFormats } from '../format/useFormats'
import { changeView, hrefOf, useView } from '../state/useView'
import { useMoneyWords } from '../text/useMoneyWords'
import { GapBar } from './GapBar'
import tables from '../parts/table.module.css'
import styles from './money.module.css'

export function Areas({ within, filters }: { within: Overview; filters: OverviewQuery }) {
  const words = useMoneyWords()
  const formats = useFormats()
  const view = useView()
  // A province that holds every community tells nothing: what lies in it does.
  const only = within.divisions.length === 1 ? within.divisions[0] : undefined
  const inside = useOverview({ ...filters, within: only?.code ?? '' }, only !== undefined)
  const divisions = only ? (inside.data?.divisions ?? []) : within.divisions
  const areas = [...divisions].sort((a, b) => Number(b.gap_cny) - Number(a.gap_cny))
  const largest = Math.max(1, ...areas.map((area) => Number(area.budget_cny)))

  if (areas.length < 2) return null
  return (
    <section className={styles.part} aria-label={words.byArea}>
      <header>
        <h3>{words.byArea}</h3>
        <a
          href={hrefOf(view, { shape: 'map', theme: 'funding' })}
          onClick={(event) => {
            event.preventDefault()
            changeView({ shape: 'map', theme: 'funding' })
          }}
        >
          {words.onMap}
        </a>
      </header>
      <table className={`${tables.stacked} ${styles.table}`} role="table">
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              {words.area}
            </th>
            <td aria-hidden />
            <th scope="col" role="columnheader" data-figure>
              {words.communities}
            </th>
            <th scope="col" role="columnheader" data-figure>
              {words.budget}
            </th>
            <th scope="col" role="columnheader" data-figure>
              {words.gap}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {areas.map((area) => (
            <tr key={area.code} role="row">
              <th scope="row" role="rowheader">
                <button
                  type="button"
                  className={styles.choose}
                  onClick={() => changeView({ division: area.code })}
                >
                  {area.name}
                </button>
              </th>
              <td className={styles.bar}>
                <GapBar budget={area.budget_cny} gap={area.gap_cny} scale={largest} />
              </td>
              <td role="cell" data-figure data-label={words.communities}>
                {area.communities}
              </td>
              <td role="cell" data-figure data-label={words.budget}>
                {formats.money(area.budget_cny)}
              </td>
              <td
                role="cell"
                data-figure
                data-danger={Number(area.gap_cny) > 0}
                data-label={words.gap}
              >
                {Number(area.gap_cny) > 0 ? formats.money(area.gap_cny) : words.noGap}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
