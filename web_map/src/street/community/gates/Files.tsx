/** Every file of evidence that hangs on a community's ledgers: for the file that is printed. */
import type { RJSFSchema } from '@rjsf/utils'
import { useQueries, useQueryClient } from '@tanstack/react-query'
import type { Row } from '../../../api/items'
import { propertyOf } from '../../../forms/fields'
import { schemaOptions } from '../../../forms/schema'
import { useFormats } from '../../../format/useFormats'
import { Evidence } from '../../../parts/Evidence'
import { useView } from '../../../state/useView'
import { useCommunityWords } from '../../../text/useCommunityWords'
import { useFormWords } from '../../../text/useFormWords'
import { ledgerNamed } from '../ledger/ledgers'
import { rowsOptions } from '../ledger/rows'
import { textOf, type Said } from '../ledger/Value'
import styles from './gates.module.css'

/** The ledgers that a gate reads and whose rows may bear a file. */
const LAYERS = ['owner_organisations', 'decisions', 'postings', 'inspections', 'acceptances']

export function Files({ community }: { community: number }) {
  const words = useCommunityWords()
  const client = useQueryClient()
  const { language } = useView()
  const schemas = useQueries({ queries: LAYERS.map((layer) => schemaOptions(layer, language)) })
  const rows = useQueries({ queries: LAYERS.map((layer) => rowsOptions(client, layer, community)) })
  const said = { formats: useFormats(), words: useFormWords() }
  const files = LAYERS.flatMap((layer, index) =>
    filesOf(layer, schemas[index]?.data, rows[index]?.data ?? [], said),
  )
  if (files.length === 0) return null
  return (
    <section className={styles.files} aria-label={words.files}>
      <h3>{words.files}</h3>
      <ul>
        {files.map(({ sha256, title, key }) => (
          <li key={key}>
            <Evidence sha256={sha256} title={title} />
            <span>{title}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Each with what the layer calls it, and with what its row begins with in the ledger. */
function filesOf(layer: string, schema: RJSFSchema | undefined, rows: Row[], said: Said) {
  if (!schema) return []
  const first = ledgerNamed(layer)?.columns[0] ?? ''
  return rows.flatMap(({ id, properties }) =>
    Object.entries(properties).flatMap(([name, value]) => {
      const property = propertyOf(schema, name)
      if (!property?.['x-onemap-attachment'] || typeof value !== 'string') return []
      const row = textOf(propertyOf(schema, first), properties[first], undefined, said)
      const title = `${schema.title ?? ''} · ${row} · ${property.title ?? ''}`
      return [{ sha256: value, title, key: `${layer} ${id} ${name}` }]
    }),
  )
}
