/** Search by name, pinyin or initials. What is typed reaches the URL when the typing rests. */
import { useEffect, useRef, useState } from 'react'
import { Icon } from '../icons/Icon'
import { IconButton } from '../parts/IconButton'
import { changeView, useView } from '../state/useView'
import { useWords } from '../text/useWords'
import styles from './panel.module.css'

const REST_MS = 250

interface Props {
  /** Moves on to the results: the arrow key down, as in any list. */
  toResults: () => void
}

export function SearchBox({ toResults }: Props) {
  const words = useWords()
  const { q } = useView()
  const [typed, setTyped] = useState(q)
  const sent = useRef(q)
  const timer = useRef<number>(undefined)

  // A link followed, the back button or "clear filters" change what is asked from outside.
  useEffect(() => {
    if (q !== sent.current) setTyped((sent.current = q))
  }, [q])

  const ask = (text: string, rest: number) => {
    setTyped(text)
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => {
      sent.current = text.trim()
      changeView({ q: sent.current }, 'replace')
    }, rest)
  }

  return (
    <form
      role="search"
      className={styles.search}
      onSubmit={(event) => {
        event.preventDefault()
        ask(typed, 0)
      }}
    >
      <Icon name="search" size={18} />
      <input
        type="search"
        aria-label={words.search}
        placeholder={words.searchHint}
        value={typed}
        maxLength={60}
        autoComplete="off"
        enterKeyHint="search"
        onChange={(event) => ask(event.target.value, REST_MS)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') {
            event.preventDefault()
            toResults()
          }
        }}
      />
      {typed && <IconButton icon="close" label={words.clear} onClick={() => ask('', 0)} />}
    </form>
  )
}
