/** Checks a form against its JSON Schema without making code of it, which the page's policy forbids. */
import { Validator } from '@cfworker/json-schema'
import type { RJSFSchema, ValidationData, ValidatorType } from '@rjsf/utils'

type Values = Record<string, unknown>

/** Fields left empty, and others that the schema refuses; the service has the last word. */
function failures(schema: RJSFSchema, values: Values): { field: string; message: string }[] {
  const validator = new Validator(schema as object, '2020-12', false)
  const { errors } = validator.validate(values)
  return errors
    .filter(({ keyword }) => keyword !== 'properties')
    .map(({ instanceLocation, error }) => ({ field: instanceLocation.slice(2), message: error }))
}

export const validator: ValidatorType<Values> = {
  validateFormData(values, schema): ValidationData<Values> {
    const errors = failures(schema, values ?? {}).map(({ field, message }) => ({
      property: `.${field}`,
      message,
      stack: message,
    }))
    const errorSchema = Object.fromEntries(
      errors.map(({ property, message }) => [property.slice(1), { __errors: [message] }]),
    )
    return { errors, errorSchema }
  },
  isValid: (schema, values) => failures(schema, values ?? {}).length === 0,
  rawValidation: (schema, values) => ({
    errors: failures(schema, values ?? {}) as never[],
  }),
}
