/** What is wrong, of which kind, and where, with a photo; sent without an account. */
import { useMutation } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { useCatalogue } from '../api/queries'
import type { CommunityRow } from '../api/schema.gen'
import { Refusal } from '../parts/Refusal'
import { useReportWords } from '../text/useReportWords'
import { useSay } from '../text/useWords'
import { AlikeReports } from './AlikeReports'
import type { Position } from './alike'
import { Code } from './Code'
import { PhotoField } from './PhotoField'
import { PlaceField } from './PlaceField'
import styles from './report.module.css'
import { send } from './reports'

export function ReportForm({ community }: { community: CommunityRow }) {
  const words = useReportWords()
  const categories = useCategories()
  const [category, setCategory] = useState('')
  const [position, setPosition] = useState<Position | null>(null)
  const [photo, setPhoto] = useState<Blob | null>(null)
  const sending = useMutation({
    mutationFn: (form: FormData) =>
      send({
        community: community.id,
        category,
        text: text(form, 'text'),
        contact: text(form, 'contact'),
        private: form.has('private'),
        position,
        photo,
      }),
    onSuccess: () => setPhoto(null),
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    sending.mutate(new FormData(event.currentTarget))
  }

  if (sending.data) return <Code code={sending.data} again={() => sending.reset()} />
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
      {category && (
        <AlikeReports community={community.id} category={category} position={position} />
      )}
      <label>
        {words.text}
        <textarea name="text" required maxLength={2000} rows={4} placeholder={words.textHint} />
      </label>
      <PhotoField photo={photo} change={setPhoto} />
      <PlaceField middle={middleOf(community)} position={position} change={setPosition} />
      <label>
        {words.contact}
        <input name="contact" maxLength={100} placeholder={words.contactHint} />
      </label>
      <div className={styles.check}>
        <label>
          <input type="checkbox" name="private" aria-describedby="private-hint" />
          {words.private}
        </label>
        <small id="private-hint">{words.privateHint}</small>
      </div>
      {sending.error && <Refusal error={sending.error} />}
      <button type="submit" className={styles.main} disabled={sending.isPending}>
        {sending.isPending ? words.sending : words.send}
      </button>
    </form>
  )
}

function middleOf({ bbox }: CommunityRow): Position | null {
  if (!bbox) return null
  const [west, south, east, north] = bbox
  return [(west + east) / 2, (south + north) / 2]
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
