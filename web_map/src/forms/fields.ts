/** The form of a layer, made from its JSON Schema: what to ask, in which order, by which widget. */
import type { RJSFSchema, UiSchema } from '@rjsf/utils'
import type { FormWords } from '../text/formZh'
import { FileWidget } from './FileWidget'
import { PercentWidget } from './PercentWidget'
import { RefWidget } from './RefWidget'

/** What the service says of an attribute beside JSON Schema's own words. */
export interface Property extends RJSFSchema {
  'x-ogc-unit'?: string
  'x-ogc-collectionId'?: string
  'x-onemap-attachment'?: string[]
  'x-onemap-private'?: boolean
}

/** A row of another layer that a field may name. */
export interface Choice {
  id: number
  name: string
}

/** By field; undefined while they are read. */
export type Choices = Record<string, Choice[] | undefined>

/** Text that is longer than this is prose, and gets a field of several lines. */
const LINE = 500

/** Null aside: what may be null is left empty. */
export function typeOf(property: Property): string {
  const [type = 'string'] = [property.type].flat()
  return type
}

export function isShare(property: Property): boolean {
  return property['x-ogc-unit'] === '1' && property.maximum === 1
}

export function propertyOf(schema: RJSFSchema, name: string): Property | undefined {
  const found = schema.properties?.[name]
  return typeof found === 'object' ? found : undefined
}

/** What cannot be left empty: it may not be null, and has no default. */
export function requiredOf(schema: RJSFSchema, fields: readonly string[]): string[] {
  return fields.filter(
    (name) => schema.required?.includes(name) && propertyOf(schema, name)?.default === undefined,
  )
}

export function narrowed(
  schema: RJSFSchema,
  fields: readonly string[],
  required: readonly string[],
  words: FormWords,
): RJSFSchema {
  const properties = Object.fromEntries(
    fields.flatMap((name) => {
      const property = propertyOf(schema, name)
      return property ? [[name, asked(property, required.includes(name), words)]] : []
    }),
  )
  return { type: 'object', properties, required: [...required] }
}

function asked(property: Property, required: boolean, words: FormWords): RJSFSchema {
  const { default: begins, oneOf, ...rest } = property
  const type = typeOf(property)
  const terms = oneOf?.filter((term) => typeof term === 'object' && term.const !== null)
  return {
    ...rest,
    type: type as RJSFSchema['type'],
    title: titleOf(property, words),
    ...(terms && { oneOf: terms }),
    ...(begins !== '' && begins !== undefined && { default: begins }),
    ...(required && type === 'string' && { minLength: 1 }),
    ...(isVerdict(property) && {
      oneOf: [
        { const: true, title: words.yes },
        { const: false, title: words.no },
      ],
    }),
  }
}

/** Yes or no, and neither of itself: a box left empty would say no where nothing was said. */
function isVerdict(property: Property): boolean {
  return typeOf(property) === 'boolean' && property.default === undefined
}

function titleOf(property: Property, words: FormWords): string {
  const unit = property['x-ogc-unit']
  const title = property.title ?? ''
  const measured = unit ? `${title} (${words.units[unit] ?? unit})` : title
  return property['x-onemap-private'] ? `${measured} · ${words.private}` : measured
}

export function uiOf(
  schema: RJSFSchema,
  fields: readonly string[],
  choices: Choices,
  focus: string | undefined,
): UiSchema {
  return {
    'ui:options': { label: false },
    ...Object.fromEntries(
      fields.map((name) => [
        name,
        {
          'ui:emptyValue': '',
          ...(name === focus && { 'ui:autofocus': true }),
          ...widgetOf(propertyOf(schema, name), choices[name]),
        },
      ]),
    ),
    'ui:submitButtonOptions': { norender: true },
  }
}

function widgetOf(property: Property | undefined, choices: Choice[] | undefined): UiSchema {
  if (!property) return {}
  const forms = property['x-onemap-attachment']
  if (forms) return { 'ui:widget': FileWidget, 'ui:options': { forms } }
  if (property['x-ogc-collectionId'])
    return { 'ui:widget': RefWidget, 'ui:options': { choices }, 'ui:emptyValue': undefined }
  if (isVerdict(property)) return { 'ui:widget': 'radio' }
  if (isShare(property)) return { 'ui:widget': PercentWidget }
  if ((property.maxLength ?? 0) > LINE) return { 'ui:widget': 'textarea' }
  return {}
}
