/** Search, filters, results, sources. */
import { useRef } from 'react'
import { Filters } from '../panel/Filters'
import { Results } from '../panel/Results'
import { SearchBox } from '../panel/SearchBox'
import { useNarrow } from '../state/useDevice'
import { useView } from '../state/useView'
import { Sources } from './Sources'

export function Panel({ bbox }: { bbox: string }) {
  const list = useRef<HTMLUListElement>(null)
  const { shape } = useView()
  const narrow = useNarrow()
  return (
    <>
      <SearchBox toResults={() => list.current?.querySelector('a')?.focus()} />
      <Filters />
      {shape === 'map' && <Results bbox={bbox} list={list} />}
      {narrow && shape === 'list' && <Sources />}
    </>
  )
}
