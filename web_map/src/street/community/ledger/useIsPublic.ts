/** Of some ledgers the public never sees a row: the catalogue, which is the public's, lacks them. */
import { useCatalogue } from '../../../api/queries'

export function useIsPublic(layer: string): boolean {
  return useCatalogue().data?.layers.some(({ name }) => name === layer) ?? false
}
