/** Attributes of a layer and their values, in the layer's own words. */
import { useCatalogue } from '../../api/queries'
import { useDeskWords } from '../../text/useDeskWords'
import { useSay, useTerm } from '../../text/useWords'
import { useTimes } from '../useTimes'

interface Said {
  title: (name: string) => string
  value: (name: string, value: unknown) => string
}

export function useSaid(layer: string): Said {
  const words = useDeskWords()
  const say = useSay()
  const term = useTerm()
  const times = useTimes()
  const { data } = useCatalogue()
  const attributes = data?.layers.find(({ name }) => name === layer)?.attributes ?? []
  return {
    title: (name) => {
      const about = attributes.find((attribute) => attribute.name === name)
      return about ? say(about.title) : name
    },
    value: (name, value) => {
      if (value === null || value === undefined || value === '') return words.empty
      if (typeof value !== 'string') return JSON.stringify(value)
      return isMoment(value) ? times.moment(value) : term(layer, name, value)
    },
  }
}

function isMoment(value: string): boolean {
  return /^\d{4}-\d\d-\d\dT/.test(value)
}
