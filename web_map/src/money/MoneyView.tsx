/** Who pays, in which year, how far the money has come, where it is missing and who waits. */
import { filterQuery, useOverview } from '../api/queries'
import type { Tally } from '../api/schema.gen'
import { useFormats } from '../format/useFormats'
import { Empty, Failure, Skeleton } from '../parts/States'
import { useView } from '../state/useView'
import { useMoneyWords } from '../text/useMoneyWords'
import { Areas } from './Areas'
import styles from './money.module.css'
import { useFunding } from './useFunding'
import { Waiting } from './Waiting'
import { Years } from './Years'

export default function MoneyView() {
  const words = useMoneyWords()
  const view = useView()
  const filters = filterQuery(view)
  const within = view.division ? { within: view.division } : {}
  const overview = useOverview({ ...filters, ...within })
  const funding = useFunding({ ...filters, ...(view.division && { division: view.division }) })
  const failed = overview.error ?? funding.error
  const again = () => void Promise.all([overview.refetch(), funding.refetch()])

  return (
    <section className={styles.page} id="results" tabIndex={-1} aria-label={words.title}>
      {failed ? (
        <Failure error={failed} retry={again} />
      ) : !overview.data || !funding.data ? (
        <Skeleton rows={10} />
      ) : funding.data.by_source.length === 0 && Number(overview.data.total.budget_cny) === 0 ? (
        <Empty title={words.none} hint={words.noneHint} />
      ) : (
        <>
          <Head total={overview.data.total} received={funding.data.total.received_cny} />
          <Years funding={funding.data} />
          <Areas within={overview.data} filters={filters} />
          <Waiting />
        </>
      )}
    </section>
  )
}

function Head({ total, received }: { total: Tally; received: string }) {
  const words = useMoneyWords()
  const formats = useFormats()
  const figures = [
    { name: words.budget, cny: total.budget_cny, danger: false },
    { name: words.committed, cny: total.committed_cny, danger: false },
    { name: words.received, cny: received, danger: false },
    { name: words.gap, cny: total.gap_cny, danger: Number(total.gap_cny) > 0 },
  ]
  return (
    <header className={styles.head}>
      <h2>{words.title}</h2>
      <p className={styles.soft}>{words.lead(total.communities)}</p>
      <dl className={styles.figures}>
        {figures.map(({ name, cny, danger }) => (
          <div key={name} data-danger={danger}>
            <dt>{name}</dt>
            <dd>{formats.money(cny)}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.soft}>{words.gapHint}</p>
    </header>
  )
}
