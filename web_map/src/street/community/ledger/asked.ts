/** Which attributes the form of a ledger asks for. */
import type { RJSFSchema } from '@rjsf/utils'
import { propertyOf } from '../../../forms/fields'
import type { Ledger } from './ledgers'
import { COMMUNITY } from './owners'

/** All that is written by hand: the community is known, and some the service fills in. */
export function askedOf(schema: RJSFSchema, { leaves = [] }: Ledger): string[] {
  return Object.keys(schema.properties ?? {}).filter((name) => {
    const property = propertyOf(schema, name)
    const isShape = name === 'geometry'
    return (
      property && !property.readOnly && name !== COMMUNITY && !isShape && !leaves.includes(name)
    )
  })
}

/** What a row of the ledger bears of the community's own accord. */
export function ownerOf(schema: RJSFSchema, community: number): Record<string, unknown> {
  return propertyOf(schema, COMMUNITY) ? { [COMMUNITY]: community } : {}
}
