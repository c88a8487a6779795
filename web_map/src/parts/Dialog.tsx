/** A dialog over the page, open as long as it is there. */
import { useEffect, useRef, type ReactNode } from 'react'
import { useWords } from '../text/useWords'
import styles from './Dialog.module.css'
import { IconButton } from './IconButton'

interface Props {
  label: string
  title: string
  close: () => void
  children: ReactNode
}

export function Dialog({ label, title, close, children }: Props) {
  const words = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className={styles.dialog} onClose={close} aria-label={label}>
      <header>
        <h2>{title}</h2>
        <IconButton icon="close" label={words.close} onClick={() => dialog.current?.close()} />
      </header>
      {children}
    </dialog>
  )
}
