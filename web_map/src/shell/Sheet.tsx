/** The phone's bottom sheet: drag its head, tap it, or use the arrow keys. */
import { useRef, useState, type PointerEvent, type ReactNode } from 'react'
import { useWords } from '../text/useWords'
import sheet from './sheet.module.css'
import { heightOf, nextStop, restingStop, type Stop } from './stops'

interface Drag {
  from: number
  height: number
  at: number
  speed: number
  moved: boolean
}

export function Sheet({ card, children }: { card: boolean; children: ReactNode }) {
  const words = useWords()
  const [stop, setStop] = useState<Stop>(card ? 'half' : 'peek')
  const [dragged, setDragged] = useState<number | null>(null)
  const drag = useRef<Drag>(null)
  const screen = window.innerHeight

  const start = (event: PointerEvent) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = {
      from: event.clientY,
      height: heightOf(stop, screen),
      at: event.timeStamp,
      speed: 0,
      moved: false,
    }
  }
  const move = (event: PointerEvent) => {
    const held = drag.current
    if (!held || event.buttons === 0) return
    const height = held.height + held.from - event.clientY
    held.speed = (height - (dragged ?? held.height)) / Math.max(1, event.timeStamp - held.at)
    held.at = event.timeStamp
    held.moved ||= Math.abs(held.from - event.clientY) > 6
    if (held.moved) setDragged(height)
  }
  const end = () => {
    const held = drag.current
    if (held?.moved) setStop(restingStop(dragged ?? held.height, held.speed, screen))
    setDragged(null)
  }
  // A tap, Enter, or a screen reader's press; the click that ends a drag is none of these.
  const press = () => {
    const wasDragged = drag.current?.moved
    drag.current = null
    if (!wasDragged) setStop(stop === 'full' ? 'peek' : nextStop(stop, 1))
  }

  return (
    <section
      className={sheet.sheet}
      aria-label={words.sheet}
      data-stop={stop}
      data-dragged={dragged !== null}
      style={{ height: dragged ?? heightOf(stop, screen) }}
      onFocus={() => stop === 'peek' && setStop('half')}
    >
      <button
        type="button"
        className={sheet.handle}
        aria-label={stop === 'full' ? words.sheetLess : words.sheetMore}
        aria-expanded={stop !== 'peek'}
        onPointerDown={start}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={end}
        onClick={press}
        onFocus={(event) => event.stopPropagation()}
        onKeyDown={(event) => {
          if (event.key === 'ArrowUp') setStop(nextStop(stop, 1))
          if (event.key === 'ArrowDown') setStop(nextStop(stop, -1))
        }}
      />
      <div className={sheet.sheetBody}>{children}</div>
    </section>
  )
}
