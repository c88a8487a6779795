/** A column of a ledger's table. */
import type { Choice, Property } from '../../../forms/fields'

export interface Column {
  name: string
  title: string
  property: Property
  /** Whether it stands at the right. */
  figure: boolean
  /** Names of the rows that its values refer to. */
  choices: Choice[] | undefined
}
