import openapiTS, { astToString } from 'openapi-typescript'
import { expect, it } from 'vitest'
import contract from './openapi.json?raw'
import written from './schema.gen.ts?raw'

it('has types that are those of the service: `npm run types` renews them', async () => {
  const types = await openapiTS(contract, { rootTypes: true, rootTypesNoSchemaPrefix: true })
  expect(written).toContain(astToString(types))
})
