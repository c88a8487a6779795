/** Sends entries in the background, a few at a time, and again until the service has them. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState, type Dispatch } from 'react'
import { Problem } from '../../../api/client'
import { enterBallots, tallyOptions } from '../asking'
import { batchOf, paperOf, refusalsOf, unsent } from './batch'
import type { Action, Entry } from './entry'
import { keepEntries, type Desk } from './kept'

/** So long an entry can be taken back as if it never was. */
const HOLD_MS = 1200
const LONGEST_WAIT_MS = 30_000

export function useSending(desk: Desk, entries: readonly Entry[], dispatch: Dispatch<Action>) {
  const { vote } = desk
  const queries = useQueryClient()
  const [failure, setFailure] = useState<Error | null>(null)
  const latest = useRef(entries)
  const failures = useRef(0)
  const timer = useRef<number | undefined>(undefined)
  const busy = useRef(false)

  useEffect(() => {
    latest.current = entries
    keepEntries(desk, entries)
    if (busy.current || timer.current !== undefined || batchOf(entries).length === 0) return
    const wait = Math.min(HOLD_MS * 2 ** failures.current, LONGEST_WAIT_MS)
    timer.current = window.setTimeout(() => {
      timer.current = undefined
      void run()
    }, wait)

    async function run() {
      busy.current = true
      const batch = batchOf(latest.current)
      const keys = batch.map(({ key }) => key)
      dispatch({ do: 'sending', keys })
      const told = await enterBallots(vote, batch.map(paperOf))
        .catch((error: unknown) => error as Error)
        .finally(() => {
          busy.current = false
        })
      setFailure(told instanceof Error ? told : null)
      if (!(told instanceof Error)) {
        failures.current = 0
        dispatch({ do: 'sent', keys, refused: refusalsOf(batch, told) })
        // Somebody else was first: what they entered is worth another noted reading.
        if (told.refused.length > 0) void queries.invalidateQueries({ queryKey: ['rooms', vote] })
        void queries.invalidateQueries({ queryKey: tallyOptions(vote).queryKey })
      } else if (transient(told)) {
        failures.current += 1
        dispatch({ do: 'kept back', keys })
      } else {
        dispatch({
          do: 'sent',
          keys,
          refused: Object.fromEntries(keys.map((key) => [key, told.message])),
        })
      }
    }
  }, [desk, vote, entries, dispatch, queries])

  // Leaving the page sends what still waits; what does not get through stays kept.
  useEffect(
    () => () => {
      window.clearTimeout(timer.current)
      timer.current = undefined
      const batch = batchOf(latest.current)
      const rest = latest.current.filter((entry) => !batch.includes(entry))
      if (batch.length > 0)
        void enterBallots(vote, batch.map(paperOf)).then(
          () => keepEntries(desk, rest),
          () => undefined,
        )
    },
    [desk, vote],
  )

  const left = unsent(entries).length
  useEffect(() => {
    if (left === 0) return
    const stay = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', stay)
    return () => window.removeEventListener('beforeunload', stay)
  }, [left])

  return failure
}

/** Not reached, signed out, busy: the same will do another time. */
function transient(error: Error): boolean {
  if (!(error instanceof Problem)) return true
  return error.status === 0 || error.status === 401 || error.status === 429 || error.status >= 500
}
