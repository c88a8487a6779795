/** Sign in, or who is signed in. What it opens is loaded only then. */
import { lazy, Suspense, useState } from 'react'
import { useSession } from '../api/queries'
import { IconButton } from '../parts/IconButton'
import { useWords } from '../text/useWords'

const AccountDialog = lazy(() => import('../account/AccountDialog'))

export function Account() {
  const words = useWords()
  const session = useSession()
  const [open, setOpen] = useState(false)
  const signedIn = session.data?.signed_in ?? false
  return (
    <>
      <IconButton
        icon={signedIn ? 'person' : 'enter'}
        label={signedIn ? words.account(session.data?.name ?? '') : words.signIn}
        onClick={() => setOpen(true)}
      />
      {open && (
        <Suspense fallback={null}>
          <AccountDialog close={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
