/** Every version that a row had: evidence that was changed says by whom. */
import type { RJSFSchema } from '@rjsf/utils'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { propertyOf, type Choices } from '../../../forms/fields'
import { useFormats } from '../../../format/useFormats'
import { Failure, Skeleton } from '../../../parts/States'
import staff from '../../../staff/staff.module.css'
import { useCommunityWords } from '../../../text/useCommunityWords'
import { useFormWords } from '../../../text/useFormWords'
import styles from './ledger.module.css'
import { changedIn, pastOptions, shownSince, type Version } from './past'
import { useChoices } from './rows'
import { textOf } from './Value'

/** Rows that came with a load have nobody who wrote them. */
const LOAD = 'load'

interface Props {
  layer: string
  id: number
  community: number
  schema: RJSFSchema
}

export function Past(props: Props) {
  const words = useCommunityWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <details className={styles.past} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.past}</summary>
      {isOpen && <Versions {...props} />}
    </details>
  )
}

function Versions({ layer, id, community, schema }: Props) {
  const words = useCommunityWords()
  const formats = useFormats()
  const { data, error, refetch } = useQuery(pastOptions(layer, id))
  const choices = useChoices(schema, Object.keys(schema.properties ?? {}), community)
  if (error) return <Failure error={error} retry={() => void refetch()} />
  if (!data) return <Skeleton rows={2} />
  return (
    <ol>
      {data.map((version, index) => {
        const shown = shownSince(version, data[index + 1])
        return (
          <li key={version.version}>
            <strong>{words.did[version.operation] ?? version.operation}</strong>{' '}
            <time dateTime={version.at}>{formats.moment(version.at)}</time>{' '}
            {version.operation !== LOAD && (
              <span className={staff.soft}>{words.by(version.by)}</span>
            )}
            <Changes version={version} schema={schema} choices={choices} />
            {shown && <p>{words.shownAs(words.visibility[shown])}</p>}
          </li>
        )
      })}
    </ol>
  )
}

function Changes(props: { version: Version; schema: RJSFSchema; choices: Choices }) {
  const words = useCommunityWords()
  const said = { formats: useFormats(), words: useFormWords() }
  const { version, schema, choices } = props
  const text = (name: string, of: Version['after']) =>
    textOf(propertyOf(schema, name), of?.[name], choices[name], said)
  return changedIn(version)
    .filter((name) => propertyOf(schema, name))
    .map((name) => (
      <p key={name}>
        {words.changed(
          propertyOf(schema, name)?.title ?? name,
          text(name, version.before),
          text(name, version.after),
        )}
      </p>
    ))
}
