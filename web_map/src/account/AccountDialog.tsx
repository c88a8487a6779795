/** The dialog of the account: a form to sign in, or who is signed in and where they may go. */
import { useEffect, useRef } from 'react'
import { useSession } from '../api/queries'
import { IconButton } from '../parts/IconButton'
import { useDeskWords } from '../text/useDeskWords'
import { useWords } from '../text/useWords'
import styles from './account.module.css'
import { SignInForm } from './SignInForm'
import { WhoAmI } from './WhoAmI'

export default function AccountDialog({ close }: { close: () => void }) {
  const words = useWords()
  const desk = useDeskWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const { data } = useSession()

  useEffect(() => dialog.current?.showModal(), [])

  return (
    <dialog ref={dialog} className={styles.dialog} onClose={close} aria-label={desk.accountTitle}>
      <header>
        <h2>{data?.signed_in ? data.name : words.signIn}</h2>
        <IconButton icon="close" label={words.close} onClick={() => dialog.current?.close()} />
      </header>
      {data?.signed_in ? (
        <WhoAmI session={data} done={() => dialog.current?.close()} />
      ) : (
        <SignInForm openid={data?.openid ?? null} done={() => dialog.current?.close()} />
      )}
    </dialog>
  )
}
