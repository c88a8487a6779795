/** A form made from the schema of a layer: its titles, words and limits are those of the service. */
import Form from '@rjsf/core/lib/components/Form.js'
import type { RJSFSchema, UiSchema } from '@rjsf/utils'
import { useQuery } from '@tanstack/react-query'
import { useMemo, type ReactNode } from 'react'
import { Failure, Skeleton } from '../parts/States'
import { useView } from '../state/useView'
import { schemaOptions } from './schema'
import styles from './form.module.css'
import { validator } from './validator'

export type Values = Record<string, unknown>

interface Props {
  layer: string
  fields: readonly string[]
  required: readonly string[]
  values: Values
  changed: (values: Values) => void
  submit: (values: Values) => void
  children: ReactNode
}

export function LayerForm({ layer, fields, required, values, changed, submit, children }: Props) {
  const { language } = useView()
  const schema = useQuery(schemaOptions(layer, language))
  const shown = useMemo(
    () => schema.data && narrowed(schema.data, fields, required),
    [schema.data, fields, required],
  )
  if (schema.error) return <Failure error={schema.error} retry={() => void schema.refetch()} />
  if (!shown) return <Skeleton rows={4} />
  return (
    <Form<Values>
      className={styles.fields}
      idPrefix={layer}
      schema={shown}
      uiSchema={uiOf(shown)}
      validator={validator}
      formData={values}
      showErrorList={false}
      onChange={({ formData }) => changed(formData ?? {})}
      onSubmit={({ formData }) => submit(formData ?? {})}
    >
      {children}
    </Form>
  )
}

/** The fields of the form alone; one that may be null is simply left empty. */
function narrowed(
  schema: RJSFSchema,
  fields: readonly string[],
  required: readonly string[],
): RJSFSchema {
  const properties = Object.fromEntries(
    fields.flatMap((name) => {
      const found = schema.properties?.[name]
      if (typeof found !== 'object') return []
      const type = Array.isArray(found.type) ? found.type[0] : found.type
      const unit = (found as Record<string, unknown>)['x-ogc-unit']
      const title = typeof unit === 'string' ? `${found.title ?? ''} (${unit})` : found.title
      return [[name, { ...found, type, title, ...(required.includes(name) && needed(type)) }]]
    }),
  )
  return { type: 'object', properties, required: [...required] }
}

function needed(type: unknown): RJSFSchema {
  return type === 'string' ? { minLength: 1 } : {}
}

function uiOf(schema: RJSFSchema): UiSchema {
  return {
    'ui:options': { label: false },
    ...Object.fromEntries(
      Object.keys(schema.properties ?? {}).map((name) => [name, { 'ui:emptyValue': '' }]),
    ),
    'ui:submitButtonOptions': { norender: true },
  }
}
