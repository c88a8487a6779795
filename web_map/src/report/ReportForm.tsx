/** What is wrong, of which kind, and where; sent without an account. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { Problem } from '../api/client'
import { useCatalogue } from '../api/queries'
import parts from '../parts/parts.module.css'
import { useSay, useWords } from '../text/useWords'
import { useReportWords } from '../text/useReportWords'
import { Code } from './Code'
import styles from './report.module.css'
import { known, send } from './reports'
import { useHere } from './useHere'

export function ReportForm({ community }: { community: number }) {
  const words = useReportWords()
  const page = useWords()
  const categories = useCategories()
  const [category, setCategory] = useState('')
  const [here, find] = useHere()
  const alike = useQuery({
    queryKey: ['reports', community, category],
    queryFn: () => known(community, category),
    enabled: category !== '',
  })
  const sending = useMutation({
    mutationFn: (form: FormData) =>
      send({
        community,
        category,
        text: text(form, 'text'),
        contact: text(form, 'contact'),
        position: here.state === 'found' ? here.at : null,
      }),
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    sending.mutate(new FormData(event.currentTarget))
  }

  if (sending.data) return <Code code={sending.data} again={() => sending.reset()} />
  const { error } = sending
  return (
    <form className={styles.form} onSubmit={submit}>
      <label>
        {words.category}
        <select required value={category} onChange={(event) => setCategory(event.target.value)}>
          <option value="" />
          {categories.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {alike.data ? <p className={styles.soft}>{words.alike(alike.data)}</p> : null}
      <label>
        {words.text}
        <textarea name="text" required maxLength={2000} rows={4} placeholder={words.textHint} />
      </label>
      <label>
        {words.contact}
        <input name="contact" maxLength={100} placeholder={words.contactHint} />
      </label>
      {here.state === 'found' ? (
        <p className={styles.soft}>{words.located}</p>
      ) : (
        <button
          type="button"
          className={parts.button}
          disabled={here.state === 'asking'}
          onClick={find}
        >
          {here.state === 'asking' ? words.locating : words.position}
        </button>
      )}
      {here.state === 'failed' && <p className={styles.soft}>{words.noPosition}</p>}
      {error && <Refusal error={error} unreachable={page.unreachable} />}
      <button type="submit" className={styles.main} disabled={sending.isPending}>
        {sending.isPending ? words.sending : words.send}
      </button>
    </form>
  )
}

/** Everything that is wrong, not the first of it. */
export function Refusal({ error, unreachable }: { error: Error; unreachable: string }) {
  const problem = error instanceof Problem ? error : null
  const told = problem?.told.problems?.map(({ message }) => message) ?? []
  const said = problem?.status === 0 ? [unreachable] : told.length > 0 ? told : [error.message]
  return (
    <div role="alert" className={styles.refusal}>
      {said.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  )
}

function useCategories(): { value: string; label: string }[] {
  const { data } = useCatalogue()
  const say = useSay()
  const layer = data?.layers.find(({ name }) => name === 'reports')
  const terms = layer?.attributes.find(({ name }) => name === 'category')?.terms ?? []
  return terms.map(({ value, label }) => ({ value, label: say(label) }))
}

function text(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
