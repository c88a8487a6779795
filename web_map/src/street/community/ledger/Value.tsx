/** A value of a row as people read it, by what the layer's schema says of it. */
import type { ReactNode } from 'react'
import type { Choice, Property } from '../../../forms/fields'
import { isShare } from '../../../forms/fields'
import type { Formats } from '../../../format/formats'
import { useFormats } from '../../../format/useFormats'
import { Evidence } from '../../../parts/Evidence'
import type { FormWords } from '../../../text/formZh'
import { useFormWords } from '../../../text/useFormWords'

const NOTHING = '–'

export interface Said {
  formats: Formats
  words: FormWords
}

export function Value(props: {
  property: Property | undefined
  value: unknown
  choices?: Choice[] | undefined
}): ReactNode {
  const { property, value, choices } = props
  const said = { formats: useFormats(), words: useFormWords() }
  if (property?.['x-onemap-attachment'] && typeof value === 'string' && value)
    return <Evidence sha256={value} title={property.title ?? ''} />
  return textOf(property, value, choices, said)
}

export function textOf(
  property: Property | undefined,
  value: unknown,
  choices: Choice[] | undefined,
  { formats, words }: Said,
): string {
  if (value === null || value === undefined || value === '') return NOTHING
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'number') return figureOf(property, value, choices, formats)
  if (typeof value !== 'string') return JSON.stringify(value)
  if (property?.format === 'date') return formats.date(value)
  if (property?.format === 'date-time') return formats.moment(value)
  const term = property?.oneOf?.find((each) => typeof each === 'object' && each.const === value)
  return (typeof term === 'object' && term.title) || value
}

function figureOf(
  property: Property | undefined,
  value: number,
  choices: Choice[] | undefined,
  formats: Formats,
): string {
  if (property?.['x-ogc-collectionId'])
    return choices?.find(({ id }) => id === value)?.name ?? `#${value}`
  if (property && isShare(property)) return formats.share(value)
  const unit = property?.['x-ogc-unit']
  if (unit === 'CNY') return formats.money(value)
  return unit ? `${value} ${unit}` : String(value)
}

/** Figures stand at the right of a column. */
export function isFigure(property: Property | undefined): boolean {
  const types = [property?.type].flat()
  return (
    (types.includes('number') || types.includes('integer')) && !property?.['x-ogc-collectionId']
  )
}
