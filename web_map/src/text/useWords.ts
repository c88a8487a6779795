/** The page's words, and the catalogue's, in the reader's language. */
import { useMemo } from 'react'
import { useCatalogue } from '../api/queries'
import type { Bilingual } from '../api/schema.gen'
import { useView } from '../state/useView'
import { en } from './en'
import { zh, type Words } from './zh'

export function useWords(): Words {
  return useView().language === 'en' ? en : zh
}

/** Says a bilingual text of the catalogue. */
export function useSay(): (text: Bilingual) => string {
  const { language } = useView()
  return (text) => text[language]
}

export type Term = (layer: string, attribute: string, value: string) => string

/** Says a word of a controlled vocabulary as the layer that owns it does; else the bare word. */
export function useTerm(): Term {
  const { language } = useView()
  const { data } = useCatalogue()
  return useMemo(() => {
    const labels = new Map<string, string>()
    for (const layer of data?.layers ?? [])
      for (const attribute of layer.attributes)
        for (const term of attribute.terms)
          labels.set(`${layer.name}.${attribute.name}.${term.value}`, term.label[language])
    return (layer, attribute, value) => labels.get(`${layer}.${attribute}.${value}`) ?? value
  }, [data, language])
}
