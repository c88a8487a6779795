/** Who waits for money: communities by the gap in their budget. */
import { useCommunities } from '../api/queries'
import { useFormats } from '../format/useFormats'
import { CommunityLink } from '../parts/CommunityLink'
import parts from '../parts/parts.module.css'
import { PhasePill } from '../parts/PhasePill'
import { Failure, Skeleton } from '../parts/States'
import { usePhases } from '../parts/usePhases'
import { useView } from '../state/useView'
import { useMoneyWords } from '../text/useMoneyWords'
import { useWords } from '../text/useWords'
import { GapBar } from './GapBar'
import styles from './money.module.css'

export function Waiting() {
  const words = useMoneyWords()
  const view = useView()
  const found = useCommunities({ ...view, here: false, sort: '-gap_cny' }, '')
  const rows = found.data?.pages.flatMap((page) => page.rows) ?? []
  const waiting = rows.filter((row) => Number(row.gap_cny) > 0)
  // The largest gap comes first: a row without one ends those who wait.
  const more = found.hasNextPage && waiting.length === rows.length

  return (
    <section className={styles.part} aria-label={words.waiting}>
      <header>
        <h3>{words.waiting}</h3>
        <span className={styles.soft}>{words.waitingHint}</span>
      </header>
      {found.isPending && <Skeleton rows={5} />}
      {found.isError && <Failure error={found.error} retry={() => void found.refetch()} />}
      {found.data && waiting.length === 0 && <p className={styles.soft}>{words.noOneWaits}</p>}
      {waiting.length > 0 && <Rows rows={waiting} />}
      {more && <More pending={found.isFetchingNextPage} ask={() => void found.fetchNextPage()} />}
    </section>
  )
}

type CommunityRows = NonNullable<ReturnType<typeof useCommunities>['data']>['pages'][0]['rows']

function Rows({ rows }: { rows: CommunityRows }) {
  const words = useMoneyWords()
  const formats = useFormats()
  const phases = usePhases()
  const { community } = useView()
  const largest = Math.max(...rows.map((row) => Number(row.budget_cny)))
  return (
    <ul className={styles.waiting}>
      {rows.map((row) => (
        <li key={row.id} data-chosen={row.id === community}>
          <p>
            <CommunityLink id={row.id} name={row.name} chosen={row.id === community} />
            <span className={styles.soft}>{row.division_name}</span>
          </p>
          <PhasePill phase={phases.of(row)} />
          <GapBar budget={row.budget_cny} gap={row.gap_cny} scale={largest} />
          <b>
            <span className={styles.soft}>{words.gap}</span> {formats.money(row.gap_cny)}
          </b>
        </li>
      ))}
    </ul>
  )
}

function More({ pending, ask }: { pending: boolean; ask: () => void }) {
  const words = useWords()
  return (
    <button type="button" className={parts.button} disabled={pending} onClick={ask}>
      {words.more}
    </button>
  )
}
