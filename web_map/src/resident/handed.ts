/**
 * The code of a printed letter, as its QR code hands it over.
 *
 * Whoever reads an address can vote by it: it is taken out of the address and of the history before
 * anything else is asked for, and lives in this page's memory alone. A letter leads to `/#code=…`,
 * which browsers do not send to the service at all; `/?code=…` is understood, too.
 */
import { hrefOf } from '../state/useView'
import { parseView } from '../state/view'

let handed = ''

export function takeCode(): void {
  const { hash, search } = location
  const code = codeIn(hash.slice(1)) ?? codeIn(search)
  if (!code) return
  handed = code
  history.replaceState(null, '', hrefOf(parseView(search), { code: true }))
}

export const handedCode = () => handed

function codeIn(query: string): string | null {
  return new URLSearchParams(query).get('code')
}
