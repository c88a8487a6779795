/** An account as the form holds it, and what of it is to be sent. */
import type { Account, AccountChange, NewAccount } from '../../api/schema.gen'

export interface Form {
  username: string
  full_name: string
  role: Account['role']
  areas: string[]
  sites: number[]
  subject: string
}

export const FIELDS = ['username', 'full_name', 'role', 'areas', 'sites', 'subject'] as const

export const EMPTY: Form = {
  username: '',
  full_name: '',
  role: 'site_manager',
  areas: [],
  sites: [],
  subject: '',
}

export function formOf(account: Account): Form {
  const { username, full_name, role, areas, sites, subject } = account
  return { username, full_name, role, areas, sites, subject: subject ?? '' }
}

/** Whoever works on sites is given sites, everyone else areas. */
export function scopeOf(role: Account['role']): 'sites' | 'areas' {
  return role === 'site_manager' || role === 'supervisor' ? 'sites' : 'areas'
}

export function draftOf({ subject, ...form }: Form): Partial<NewAccount> {
  return { ...form, ...(subject && { subject }) }
}

/** What differs from the account; a name cannot change. */
export function changeOf(account: Account, form: Form): Partial<AccountChange> {
  const before = formOf(account)
  return {
    ...(form.full_name !== before.full_name && { full_name: form.full_name }),
    ...(form.role !== before.role && { role: form.role }),
    ...(!same(form.areas, before.areas) && { areas: form.areas }),
    ...(!same(form.sites, before.sites) && { sites: form.sites }),
    ...(form.subject && form.subject !== before.subject && { subject: form.subject }),
  }
}

/** Accounts whose name or full name holds the words, of a role if one is given. */
export function matching(accounts: Account[], q: string, role: string): Account[] {
  const sought = q.trim().toLowerCase()
  return accounts.filter(
    (account) =>
      (!role || account.role === role) &&
      `${account.username} ${account.full_name}`.toLowerCase().includes(sought),
  )
}

function same<T>(some: T[], others: T[]): boolean {
  return some.length === others.length && some.every((each) => others.includes(each))
}
