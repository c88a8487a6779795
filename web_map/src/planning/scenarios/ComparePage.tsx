/** Two to four scenarios side by side: sums, map and table, linked; who is in which. */
import { useMemo, useState } from 'react'
import type { ComparisonTold } from '../../api/schema.gen'
import { Failure, Skeleton } from '../../parts/States'
import { useScenarioWords } from '../../text/useScenarioWords'
import { useComparison } from './asking'
import { CompareMap } from './CompareMap'
import { groupOf, groupsOf } from './comparing'
import { Counties } from './Counties'
import { GroupKey } from './GroupKey'
import { LineTable } from './LineTable'
import styles from './compare.module.css'
import { Sums } from './Sums'

export function ComparePage({ ids }: { ids: number[] }) {
  const told = useComparison(ids)
  if (told.error) return <Failure error={told.error} retry={() => void told.refetch()} />
  if (!told.data) return <Skeleton rows={8} />
  return <Compared told={told.data} />
}

function Compared({ told }: { told: ComparisonTold }) {
  const words = useScenarioWords()
  const { lines, scenarios } = told
  const [group, setGroup] = useState<string | null>(null)
  const [open, setOpen] = useState<number | null>(null)
  const groups = useMemo(() => groupsOf(lines), [lines])
  const shown = useMemo(
    () => (group === null ? lines : lines.filter((line) => groupOf(line) === group)),
    [lines, group],
  )
  return (
    <>
      <h2>{words.compared(scenarios.length)}</h2>
      <Sums told={told} />
      <GroupKey groups={groups} scenarios={scenarios.length} group={group} choose={setGroup} />
      <div className={styles.linked}>
        <div className={styles.map}>
          <CompareMap lines={shown} scenarios={scenarios.length} open={open} choose={setOpen} />
        </div>
        <LineTable lines={shown} scenarios={scenarios} open={open} choose={setOpen} />
      </div>
      <Counties told={told} />
      {told.hidden > 0 && <p>{words.hidden(told.hidden)}</p>}
    </>
  )
}
