/** A form made from the schema of a layer: its titles, words and limits are those of the service. */
import Form from '@rjsf/core/lib/components/Form.js'
import type { ErrorSchema } from '@rjsf/utils'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useMemo, type ReactNode } from 'react'
import { Failure, Skeleton } from '../parts/States'
import { problemsAt } from '../staff/problems'
import { useView } from '../state/useView'
import { useFormWords } from '../text/useFormWords'
import { narrowed, requiredOf, uiOf, type Choices } from './fields'
import styles from './form.module.css'
import { schemaOptions } from './schema'
import { validator } from './validator'

export type Values = Record<string, unknown>

interface Props {
  layer: string
  fields: readonly string[]
  /** Without it: what the layer itself asks for. */
  required?: readonly string[]
  values: Values
  /** Rows that may be named, by the field that names one. */
  choices?: Choices
  /** The field where the cursor stands at first. */
  focus?: string
  /** What the service found wrong, told at its fields. */
  error?: Error | null
  changed: (values: Values) => void
  submit: (values: Values) => void
  children: ReactNode
}

const NONE: Choices = {}
const CHOOSES_NOTHING = { constAsDefaults: 'never' } as const

export function LayerForm(props: Props) {
  const { layer, fields, required, values, choices = NONE, focus, error = null } = props
  const { language } = useView()
  const words = useFormWords()
  const schema = useQuery(schemaOptions(layer, language))
  const shown = useMemo(() => {
    if (!schema.data) return null
    const demanded = required ?? requiredOf(schema.data, fields)
    return {
      schema: narrowed(schema.data, fields, demanded, words),
      ui: uiOf(schema.data, fields, choices, focus),
    }
  }, [schema.data, fields, required, words, choices, focus])
  // Once for each refusal, wherever the reader has gone since.
  const pointAt = useEffectEvent((refusal: Error) => {
    const wrong = fields.find((name) => problemsAt(refusal, name).length > 0)
    if (wrong) document.getElementById(`${layer}_${wrong}`)?.focus()
  })
  useEffect(() => {
    if (error) pointAt(error)
  }, [error])
  if (schema.error) return <Failure error={schema.error} retry={() => void schema.refetch()} />
  if (!shown) return <Skeleton rows={4} />
  return (
    <Form<Values>
      className={styles.fields}
      idPrefix={layer}
      schema={shown.schema}
      uiSchema={shown.ui}
      validator={validator}
      formData={values}
      extraErrors={told(error, fields)}
      showErrorList={false}
      // The first of several choices is not chosen until somebody chooses it.
      experimental_defaultFormStateBehavior={CHOOSES_NOTHING}
      onChange={({ formData }) => props.changed(formData ?? {})}
      onSubmit={({ formData }) => props.submit(formData ?? {})}
    >
      {props.children}
    </Form>
  )
}

function told(error: Error | null, fields: readonly string[]): ErrorSchema<Values> {
  const wrong = fields.map((name) => [name, problemsAt(error, name)] as const)
  return Object.fromEntries(
    wrong.filter(([, found]) => found.length).map(([name, found]) => [name, { __errors: found }]),
  )
}
