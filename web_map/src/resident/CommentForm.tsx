/** A comment on what is posted; without an account, and shown once somebody has read it. */
import { useMutation } from '@tanstack/react-query'
import type { SubmitEvent } from 'react'
import { Refusal } from '../parts/Refusal'
import { useResidentWords } from '../text/useResidentWords'
import { comment } from './codes'
import styles from './resident.module.css'

export default function CommentForm({ posting }: { posting: number }) {
  const words = useResidentWords()
  const sending = useMutation({
    mutationFn: (form: FormData) =>
      comment(posting, {
        text: text(form, 'text'),
        name: text(form, 'name'),
        contact: text(form, 'contact'),
      }),
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    sending.mutate(new FormData(event.currentTarget))
  }
  if (sending.isSuccess)
    return (
      <p className={styles.note} role="status">
        {words.commented}
      </p>
    )
  return (
    <form className={`${styles.form} ${styles.small}`} aria-label={words.comment} onSubmit={submit}>
      <label>
        {words.commentText}
        <textarea
          name="text"
          required
          minLength={2}
          maxLength={2000}
          rows={4}
          placeholder={words.commentHint}
        />
      </label>
      <div className={styles.pair}>
        <label>
          {words.name}
          <input name="name" maxLength={200} autoComplete="name" />
        </label>
        <label>
          {words.contact}
          <input name="contact" maxLength={200} autoComplete="tel" />
        </label>
      </div>
      <p className={styles.soft}>
        {words.neverShown} {words.moderated}
      </p>
      {sending.error && <Refusal error={sending.error} />}
      <button type="submit" className={styles.main} disabled={sending.isPending}>
        {sending.isPending ? words.sending : words.submit}
      </button>
    </form>
  )
}

function text(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
