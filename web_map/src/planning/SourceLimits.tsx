/** How much money each source gives; private capital pays for what earns money alone. N(三). */
import { useCatalogue } from '../api/queries'
import { useView } from '../state/useView'
import { usePlanningWords } from '../text/usePlanningWords'
import { NumberField } from './NumberField'
import { without } from './wish'

const WAN = 10_000

interface Props {
  sources: Record<string, number>
  change: (sources: Record<string, number>) => void
}

export function SourceLimits({ sources, change }: Props) {
  const words = usePlanningWords()
  const known = useSources()
  return (
    <fieldset>
      <legend>{words.sources}</legend>
      <p>{words.sourcesHint}</p>
      {known
        .filter(({ value }) => value in sources)
        .map(({ value, title }) => (
          <NumberField
            key={value}
            label={title}
            unit={WAN}
            value={sources[value] ?? null}
            change={(amount) =>
              change(amount === null ? without(sources, value) : { ...sources, [value]: amount })
            }
          />
        ))}
      <select
        aria-label={words.addSource}
        value=""
        onChange={({ target }) => change({ ...sources, [target.value]: 0 })}
      >
        <option value="">{words.addSource}</option>
        {known
          .filter(({ value }) => !(value in sources))
          .map(({ value, title }) => (
            <option key={value} value={value}>
              {title}
            </option>
          ))}
      </select>
    </fieldset>
  )
}

function useSources(): { value: string; title: string }[] {
  const { language } = useView()
  const { data } = useCatalogue()
  const funding = data?.layers.find(({ name }) => name === 'funding')
  const terms = funding?.attributes.find(({ name }) => name === 'source')?.terms ?? []
  return terms.map(({ value, label }) => ({ value, title: label[language] }))
}
