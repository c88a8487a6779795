/** Where in the workspace something is: `part=ledger/works/12/progress` in the URL. */
import { useView } from '../../state/useView'

export interface LedgerPlace {
  layer: string
  /** A row's number, or `new`; nothing for the table. */
  row: string
  /** The field where the cursor stands, and what it begins with. */
  field: string
  value: string
}

export const GATES = 'gates'
const LEDGER = 'ledger'
export const NEW = 'new'

export function ledgerPart(layer: string, row: number | typeof NEW | '' = '', ...more: string[]) {
  return [LEDGER, layer, row, ...more].filter((each) => each !== '').join('/')
}

export function ledgerPlace(part: string): LedgerPlace {
  const [, layer = '', row = '', field = '', value = ''] = part.split('/')
  return { layer, row, field, value }
}

export function useLedgerPlace(): LedgerPlace {
  return ledgerPlace(useView().part)
}

/** What a new row begins with by its address; a number names a row. */
export function beginning({ field, value }: LedgerPlace): Record<string, string | number> {
  if (!value) return {}
  return { [field]: /^\d+$/.test(value) ? Number(value) : value }
}

/** Where a row leads once it is saved: to the checklist, for who was sent here to supply a field. */
export function afterwards({ layer, field }: LedgerPlace): string {
  return field ? GATES : ledgerPart(layer)
}

/** The community whose workspace is open. */
export function useCommunity(): number {
  return useView().community ?? 0
}
