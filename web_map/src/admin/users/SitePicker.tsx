/** The sites of a scope: those chosen, and a search by name for the next one. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { FeatureCollection } from 'geojson'
import { useDeferredValue, useState } from 'react'
import { get } from '../../api/client'
import { useAdminWords } from '../../text/useAdminWords'
import styles from '../admin.module.css'
import staff from '../../staff/staff.module.css'
import type { About } from '../../staff/Field'
import { Chosen } from './Chosen'
import { named } from './named'

interface Props {
  about: About
  sites: number[]
  names: Record<string, string>
  change: (sites: number[]) => void
}

interface Site {
  id: number
  name: string
}

const MOST = 8

async function findSites(q: string): Promise<Site[]> {
  const query = { filter: named(q), sortby: 'name', limit: MOST }
  const found = await get<FeatureCollection>('/api/collections/sites/items', query)
  return found.features.map(({ id, properties }) => ({
    id: Number(id),
    name: String(properties?.name),
  }))
}

export function SitePicker({ about, sites, names, change }: Props) {
  const words = useAdminWords()
  const [typed, setTyped] = useState('')
  const [met, setMet] = useState(names)
  const q = useDeferredValue(typed.trim())
  const { data = [], isSuccess } = useQuery({
    queryKey: ['sites', q],
    queryFn: () => findSites(q),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  })
  const offered = q === '' ? [] : data.filter(({ id }) => !sites.includes(id))
  return (
    <>
      <Chosen
        all={sites.map((id) => ({ key: id, name: met[id] ?? String(id) }))}
        remove={(id) => change(sites.filter((each) => each !== id))}
      />
      <input
        {...about}
        type="search"
        placeholder={words.findSite}
        value={typed}
        maxLength={60}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      {isSuccess && q && data.length === 0 && <p className={staff.soft}>{words.noSites}</p>}
      <ul className={styles.offered}>
        {offered.map(({ id, name }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => {
                setMet({ ...met, [id]: name })
                change([...sites, id])
              }}
            >
              {words.add(name)}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
