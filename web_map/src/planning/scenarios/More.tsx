/** A long table is drawn in parts: the next when it is asked for. */
import { useState } from 'react'
import parts from '../../parts/parts.module.css'
import { useScenarioWords } from '../../text/useScenarioWords'

const AT_ONCE = 100

export function useSome<Row>(rows: Row[]) {
  const [shown, setShown] = useState(AT_ONCE)
  return {
    some: rows.slice(0, shown),
    rest: Math.max(rows.length - shown, 0),
    more: () => setShown(shown + AT_ONCE),
  }
}

export function More({ rest, more }: { rest: number; more: () => void }) {
  const words = useScenarioWords()
  if (rest === 0) return null
  return (
    <p>
      <button type="button" className={parts.button} onClick={more}>
        {words.more(Math.min(rest, AT_ONCE))}
      </button>
    </p>
  )
}
