/** The dialog of the account: a form to sign in, or who is signed in and where they may go. */
import { useSession } from '../api/queries'
import { Dialog } from '../parts/Dialog'
import { useDeskWords } from '../text/useDeskWords'
import { useWords } from '../text/useWords'
import { SignInForm } from './SignInForm'
import { WhoAmI } from './WhoAmI'

export default function AccountDialog({ close }: { close: () => void }) {
  const words = useWords()
  const desk = useDeskWords()
  const { data } = useSession()
  const title = data?.signed_in ? data.name : words.signIn
  return (
    <Dialog label={desk.accountTitle} title={title} close={close}>
      {data?.signed_in ? (
        <WhoAmI session={data} done={close} />
      ) : (
        <SignInForm openid={data?.openid ?? null} done={close} />
      )}
    </Dialog>
  )
}
