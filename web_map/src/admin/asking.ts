/** What the administrator's desk asks of the service and tells it. */
import { ask, get, tell } from '../api/client'
import type {
  Access,
  Account,
  AccountChange,
  IssuedToken,
  Made,
  NewAccount,
  RoleTold,
  RuleVersion,
  Token,
} from '../api/schema.gen'

async function end(path: string): Promise<void> {
  await ask(path, { method: 'DELETE' })
}

export const getAccounts = () => get<Account[]>('/api/accounts')

export const getRoles = () => get<RoleTold[]>('/api/roles')

export const createAccount = (account: Partial<NewAccount>) =>
  tell<Made>('POST', '/api/accounts', account)

export const changeAccount = (id: number, change: Partial<AccountChange>) =>
  tell<Account>('PATCH', `/api/accounts/${id}`, change)

export const resetPassword = (id: number) => tell<Made>('POST', `/api/accounts/${id}/password`, {})

export const signOutEverywhere = (id: number) => end(`/api/accounts/${id}/sessions`)

/** One's own tokens, or those of an account. */
export const tokensPath = (account?: number) =>
  account === undefined ? '/api/session/tokens' : `/api/accounts/${account}/tokens`

export const getTokens = (path: string) => get<Token[]>(path)

export const makeToken = (name: string, days: number) =>
  tell<IssuedToken>('POST', tokensPath(), { name, days })

export const revokeToken = (path: string, id: number) => end(`${path}/${id}`)

export const getAccesses = (query: object) => get<Access[]>('/api/access-log', query)

export const getStandards = (on: string) => get<RuleVersion[]>('/api/standards', on ? { on } : {})
