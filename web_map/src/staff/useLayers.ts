/** What the layers are called, in the reader's language; administrators are told of all of them. */
import { useQuery } from '@tanstack/react-query'
import { get } from '../api/client'
import { useView } from '../state/useView'

interface Layer {
  id: string
  title: string
}

export function useLayers(): { all: Layer[]; title: (name: string) => string } {
  const { language } = useView()
  const { data = [] } = useQuery({
    queryKey: ['layers', language],
    queryFn: async () => (await get<{ collections: Layer[] }>('/api/collections')).collections,
    staleTime: Infinity,
  })
  return { all: data, title: (name) => data.find(({ id }) => id === name)?.title ?? name }
}
