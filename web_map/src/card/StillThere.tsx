/** Whoever stands before a closure says whether it is there; how many did so since yesterday. */
import { useMutation } from '@tanstack/react-query'
import { sayOfClosure } from '../api/client'
import type { Closure, Seen } from '../api/schema.gen'
import { useWords } from '../text/useWords'
import closures from './closures.module.css'

/** Only of these can anyone see on the spot whether they stand. */
const CLOSED_NOW = ['active', 'unconfirmed', 'overdue']

export function StillThere({ closure }: { closure: Closure }) {
  const words = useWords()
  const saying = useMutation({ mutationFn: (seen: Seen) => sayOfClosure(closure.id, seen) })
  if (!CLOSED_NOW.includes(closure.state)) return null
  const { still_there: there, gone } = saying.data ?? closure.sightings
  const button = (seen: Seen) => (
    <button
      type="button"
      disabled={saying.isPending}
      aria-pressed={saying.isSuccess && saying.variables === seen}
      onClick={() => saying.mutate(seen)}
    >
      {words.seen[seen]}
    </button>
  )
  return (
    <>
      {there + gone > 0 && <p>{words.sightings(there, gone)}</p>}
      <div className={closures.saying}>
        <span>{words.isItThere}</span>
        {button('still_there')}
        {button('gone')}
      </div>
      <p role="status" className={closures.heard}>
        {saying.isSuccess && words.heard}
        {saying.isError && (saying.error.message || words.notReached)}
      </p>
    </>
  )
}
