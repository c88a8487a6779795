/** Every file of evidence that hangs on a community's ledgers: for the file that is printed. */
import type { RJSFSchema } from '@rjsf/utils'
import { useQueries, useQueryClient } from '@tanstack/react-query'
import type { Row } from '../../../api/items'
import { propertyOf } from '../../../forms/fields'
import { schemaOptions } from '../../../forms/schema'
import { Evidence } from '../../../parts/Evidence'
import { useView } from '../../../state/useView'
import { useCommunityWords } from '../../../text/useCommunityWords'
import { rowsOptions } from '../ledger/rows'
import styles from './gates.module.css'

/** The ledgers that a gate reads and whose rows may bear a file. */
const LAYERS = ['owner_organisations', 'decisions', 'postings', 'inspections', 'acceptances']

export function Files({ community }: { community: number }) {
  const words = useCommunityWords()
  const client = useQueryClient()
  const { language } = useView()
  const schemas = useQueries({ queries: LAYERS.map((layer) => schemaOptions(layer, language)) })
  const rows = useQueries({ queries: LAYERS.map((layer) => rowsOptions(client, layer, community)) })
  const files = LAYERS.flatMap((_, index) => filesOf(schemas[index]?.data, rows[index]?.data ?? []))
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

/** With what the layer calls them and what people call their row by. */
export function filesOf(schema: RJSFSchema | undefined, rows: Row[]) {
  if (!schema) return []
  const by = schema['x-onemap-name'] as string | undefined
  return rows.flatMap(({ id, properties }) =>
    Object.entries(properties).flatMap(([name, value]) => {
      const property = propertyOf(schema, name)
      if (!property?.['x-onemap-attachment'] || typeof value !== 'string') return []
      const named = by && typeof properties[by] === 'string' ? `:${properties[by]}` : ` #${id}`
      const title = `${property.title ?? ''} · ${schema.title ?? ''}${named}`
      return [{ sha256: value, title, key: `${schema.title ?? ''} ${id} ${name}` }]
    }),
  )
}
