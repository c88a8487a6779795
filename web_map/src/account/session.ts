/** Signing in and out. */
import type { QueryClient } from '@tanstack/react-query'
import { ask } from '../api/client'
import type { Session } from '../api/schema.gen'

const PATH = '/api/session'

export async function signIn(username: string, password: string): Promise<Session> {
  const response = await ask(PATH, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ username, password }),
  })
  return (await response.json()) as Session
}

export async function signOut(): Promise<void> {
  await ask(PATH, { method: 'DELETE' })
}

/** What was read as somebody else is not to be seen any more. */
export async function begunAnew(client: QueryClient): Promise<void> {
  await client.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'style' })
}
