/** Finds a community of the reader's area by name, pinyin or initials, and opens its pages. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useId, useState, type KeyboardEvent } from 'react'
import { get } from '../api/client'
import type { CommunityTold } from '../api/schema.gen'
import { Icon } from '../icons/Icon'
import { changeView } from '../state/useView'
import { useQueueWords } from '../text/useQueueWords'
import styles from './chooser.module.css'

const MOST = 12

export function Chooser() {
  const words = useQueueWords()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const q = useDeferredValue(typed.trim())
  const { data = [], isSuccess } = useQuery({
    queryKey: ['own communities', q],
    queryFn: () => get<CommunityTold[]>('/api/queue/communities', { q, limit: MOST }),
    enabled: isOpen,
    placeholderData: keepPreviousData,
  })

  const close = () => {
    setOpen(false)
    setTyped('')
    setAt(0)
  }
  const choose = (community: number) => {
    close()
    changeView({ community, part: '' })
  }
  const move = (event: KeyboardEvent) => {
    const chosen = data[at]
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && isOpen && chosen) choose(chosen.id)
    else if (event.key === 'ArrowDown') setAt(Math.min(at + 1, data.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
    else return
    event.preventDefault()
  }

  return (
    <div
      className={styles.chooser}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) close()
      }}
    >
      <Icon name="search" size={18} />
      <input
        type="search"
        role="combobox"
        aria-label={words.find}
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && data[at] ? `${id}-${at}` : undefined}
        placeholder={words.find}
        title={words.findHint}
        value={typed}
        maxLength={60}
        autoComplete="off"
        onFocus={() => setOpen(true)}
        onChange={(event) => {
          setTyped(event.target.value)
          setOpen(true)
          setAt(0)
        }}
        onKeyDown={move}
      />
      {isOpen && isSuccess && (
        <ul id={`${id}-list`} role="listbox" aria-label={words.find}>
          {data.map((community, index) => (
            <li
              key={community.id}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === at}
              // Before the field loses the focus, which closes the list.
              onPointerDown={(event) => {
                event.preventDefault()
                choose(community.id)
              }}
            >
              {community.name}
            </li>
          ))}
          {data.length === 0 && <li className={styles.none}>{words.notFound}</li>}
        </ul>
      )}
    </div>
  )
}
