/** Whether an account may sign in: shut, opened, given a new password, signed out everywhere. */
import { useState } from 'react'
import type { Account } from '../../api/schema.gen'
import { useAdminWords } from '../../text/useAdminWords'
import staff from '../../staff/staff.module.css'
import { changeAccount, resetPassword, signOutEverywhere } from '../asking'
import { AskFirst } from '../../staff/AskFirst'
import { Problems } from '../../staff/Problems'
import { Secret } from '../parts/Secret'
import { useDoing } from './useAccounts'

export function SigningIn({ account, own }: { account: Account; own: boolean }) {
  const words = useAdminWords()
  const { id, username, active } = account
  const [password, setPassword] = useState('')
  const shutting = useDoing((open: boolean) => changeAccount(id, { active: open }))
  const resetting = useDoing(
    () => resetPassword(id),
    (made) => setPassword(made.password ?? ''),
  )
  const leaving = useDoing(() => signOutEverywhere(id))
  const busy = shutting.isPending || resetting.isPending || leaving.isPending
  return (
    <section className={staff.section} aria-label={words.access}>
      <h3>{words.access}</h3>
      <Problems error={shutting.error ?? resetting.error ?? leaving.error} />
      {password && (
        <Secret
          title={words.secretPassword(username)}
          secret={password}
          done={() => setPassword('')}
        />
      )}
      <div className={staff.actions}>
        {!own &&
          (active ? (
            <AskFirst
              label={words.disable}
              says={words.disableHint}
              busy={busy}
              yes={() => shutting.mutate(false)}
            />
          ) : (
            <button type="button" disabled={busy} onClick={() => shutting.mutate(true)}>
              {words.enable}
            </button>
          ))}
        <AskFirst
          label={words.reset}
          says={words.resetSure}
          busy={busy}
          yes={() => resetting.mutate()}
        />
        <button type="button" disabled={busy} onClick={() => leaving.mutate()}>
          {words.signOut}
        </button>
      </div>
      {leaving.isSuccess && <p role="status">{words.signedOut}</p>}
    </section>
  )
}
