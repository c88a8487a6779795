/** Name and password. A refusal, and how long to wait, is said in the service's own words. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { SubmitEvent } from 'react'
import { Problem } from '../api/client'
import { useDeskWords } from '../text/useDeskWords'
import { useWords } from '../text/useWords'
import styles from './account.module.css'
import { begunAnew, signIn } from './session'

export function SignInForm({ openid, done }: { openid: string | null; done: () => void }) {
  const words = useWords()
  const desk = useDeskWords()
  const client = useQueryClient()
  const entering = useMutation({
    mutationFn: (form: FormData) => signIn(text(form, 'username'), text(form, 'password')),
    onSuccess: async () => {
      done()
      await begunAnew(client)
    },
  })

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    entering.mutate(new FormData(event.currentTarget))
  }

  const { error } = entering
  const unreachable = error instanceof Problem && error.status === 0
  return (
    <form className={styles.form} onSubmit={submit}>
      <label>
        {desk.username}
        <input name="username" autoComplete="username" autoCapitalize="none" required autoFocus />
      </label>
      <label>
        {desk.password}
        <input name="password" type="password" autoComplete="current-password" required />
      </label>
      {error && <p role="alert">{unreachable ? words.unreachable : error.message}</p>}
      <button type="submit" className={styles.main} disabled={entering.isPending}>
        {entering.isPending ? desk.signingIn : words.signIn}
      </button>
      {openid && <a href={openid}>{desk.signInElsewhere}</a>}
    </form>
  )
}

function text(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
