/** A new account, and the password that was made for it. */
import { changeView } from '../../state/useView'
import { useAdminWords } from '../../text/useAdminWords'
import { createAccount } from '../asking'
import { Secret } from '../parts/Secret'
import { AccountForm } from './AccountForm'
import { draftOf, type Form } from './form'
import { useDoing } from './useAccounts'

const open = (id: number) => changeView({ part: `users/${id}` }, 'replace')

export function NewAccount() {
  const words = useAdminWords()
  const making = useDoing(
    (form: Form) => createAccount(draftOf(form)),
    // Without a password there is nothing to note down.
    ({ account, password }) => password === null && open(account.id),
  )
  const made = making.data
  if (made?.password)
    return (
      <Secret
        title={words.secretPassword(made.account.username)}
        secret={made.password}
        done={() => open(made.account.id)}
      />
    )
  return (
    <>
      <h2>{words.newUser}</h2>
      <AccountForm
        account={null}
        busy={making.isPending}
        error={making.error}
        saved={false}
        save={making.mutate}
      />
    </>
  )
}
