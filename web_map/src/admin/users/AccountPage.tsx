/** One account: what it may, whether it may sign in, and its tokens. */
import { useSession } from '../../api/queries'
import type { Account } from '../../api/schema.gen'
import { useAdminWords } from '../../text/useAdminWords'
import staff from '../../staff/staff.module.css'
import tags from '../../staff/tag.module.css'
import { changeAccount, tokensPath } from '../asking'
import { Tokens } from '../Tokens'
import { AccountForm } from './AccountForm'
import { changeOf, type Form } from './form'
import { SigningIn } from './SigningIn'
import { useDoing } from './useAccounts'

export function AccountPage({ account }: { account: Account }) {
  const words = useAdminWords()
  const own = useSession().data?.username === account.username
  const saving = useDoing((form: Form) => changeAccount(account.id, changeOf(account, form)))
  return (
    <>
      <h2>
        {account.full_name || account.username}
        <span className={staff.soft}> {account.username}</span>
        {!account.active && <span className={tags.tag}>{words.off}</span>}
      </h2>
      <AccountForm
        account={account}
        busy={saving.isPending}
        error={saving.error}
        saved={saving.isSuccess}
        save={saving.mutate}
      />
      <SigningIn account={account} own={own} />
      <section className={staff.section} aria-label={words.tokensOf}>
        <h3>{words.tokensOf}</h3>
        <Tokens path={tokensPath(account.id)} />
      </section>
    </>
  )
}
