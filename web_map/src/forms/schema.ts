/** The JSON Schema of a layer, as its form is made from it. */
import type { RJSFSchema } from '@rjsf/utils'
import { queryOptions } from '@tanstack/react-query'
import { get } from '../api/client'
import type { Language } from '../state/view'

export const schemaOptions = (layer: string, language: Language) =>
  queryOptions({
    queryKey: ['schema', layer, language],
    queryFn: () => get<RJSFSchema>(`/api/collections/${layer}/schema`),
    staleTime: Infinity,
  })
