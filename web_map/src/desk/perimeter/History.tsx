/** Who published, suspended, extended or lifted a perimeter, and when: every version it had. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Geometry } from 'geojson'
import { useState } from 'react'
import { get } from '../../api/client'
import { Failure, Skeleton } from '../../parts/States'
import { useDeskWords } from '../../text/useDeskWords'
import { useSaid } from '../keeping/useSaid'
import { useTimes } from '../useTimes'
import styles from './perimeter.module.css'

const LAYER = 'warning_perimeters'

interface Version {
  version: number
  operation: string
  at: string
  by: string
  visibility: 'draft' | 'published'
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
  geometry: Geometry | null
}

interface Props {
  id: number
  /** The version that stands: with another one there is more to tell. */
  version: number | undefined
}

export function History({ id, version }: Props) {
  const words = useDeskWords()
  const [open, setOpen] = useState(false)
  return (
    <details
      className={styles.history}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>{words.history}</summary>
      {open && <Versions id={id} version={version} />}
    </details>
  )
}

function Versions({ id, version }: Props) {
  const words = useDeskWords()
  const times = useTimes()
  const told = useTold()
  const { data, error, refetch } = useQuery({
    queryKey: ['history', LAYER, id, version],
    queryFn: () => get<{ versions: Version[] }>(`/api/collections/${LAYER}/items/${id}/history`),
    placeholderData: keepPreviousData,
  })
  if (error) return <Failure error={error} retry={() => void refetch()} />
  if (!data) return <Skeleton rows={2} />
  return (
    <ol>
      {data.versions.map((version, index) => (
        <li key={version.version}>
          <b>{`${times.moment(version.at)} · ${version.by}`}</b>
          <span>
            {[
              words.historyOf[version.operation] ?? version.operation,
              ...told(version, data.versions[index + 1]),
            ].join(';')}
          </span>
        </li>
      ))}
    </ol>
  )
}

/** What a version changed of the one before it. */
function useTold(): (version: Version, before: Version | undefined) => string[] {
  const words = useDeskWords()
  const said = useSaid(LAYER)
  return ({ before, after, ...version }, earlier) => {
    if (!before || !after) return []
    const changes = Object.keys(after)
      .filter((name) => said.value(name, before[name]) !== said.value(name, after[name]))
      .map((name) =>
        words.changedTo(
          said.title(name),
          said.value(name, before[name]),
          said.value(name, after[name]),
        ),
      )
    if (!earlier) return changes
    const reshaped = JSON.stringify(version.geometry) !== JSON.stringify(earlier.geometry)
    const shown = version.visibility !== earlier.visibility
    return [
      ...changes,
      ...(reshaped ? [words.shapeChanged] : []),
      ...(shown ? [version.visibility === 'published' ? words.nowPublic : words.nowInternal] : []),
    ]
  }
}
