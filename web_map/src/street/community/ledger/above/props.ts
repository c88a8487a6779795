/** What may stand above the table of a ledger: something made of its rows, and ways to add one. */
import type { Row } from '../../../../api/items'
import type { Values } from '../../../../forms/LayerForm'

export interface AboveProps {
  community: number
  rows: Row[]
  /** Opens the form of a new row with these values; null where one may not add. */
  begin: ((values: Values) => void) | null
}
