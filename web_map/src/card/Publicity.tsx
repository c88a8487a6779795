/** What was posted where and for how long, and every comment with the answer that it got. */
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { CommentItem, PostingItem, PublicityItem } from '../api/schema.gen'
import { dayInChina } from '../format/day'
import { useFormats } from '../format/useFormats'
import parts from '../parts/parts.module.css'
import { useTerm, useWords } from '../text/useWords'
import styles from './card.module.css'
import consent from './consent.module.css'
import { Section } from './Section'

const CommentForm = lazy(() => import('../resident/CommentForm'))
const HASH_SHOWN = 12
/** Of the card's head and the heading above what is shown. */
const HEAD_PX = 96
/** Where the QR code of a printed notice leads; read before the map writes its own address. */
const SCANNED = /^#publicity-(\d+)$/.exec(location.hash)?.[1]

interface Props {
  community: number
  items: PublicityItem[]
}

export function Publicity({ community, items }: Props) {
  const words = useWords()
  return (
    <Section title={words.publicity} empty={items.length === 0 && words.noPublicity}>
      <ul className={styles.stack}>
        {items.map((item) => (
          <Posted key={item.id} community={community} item={item} />
        ))}
      </ul>
    </Section>
  )
}

function Posted({ community, item }: { community: number; item: PublicityItem }) {
  const row = useRef<HTMLLIElement>(null)
  const words = useWords()
  const formats = useFormats()
  const [commenting, setCommenting] = useState(false)
  const today = dayInChina(new Date())
  const open = item.starts <= today && today <= item.ends
  useEffect(() => {
    if (SCANNED === String(item.id) && row.current) reveal(row.current)
  }, [item.id])
  return (
    <li ref={row}>
      <strong>{item.title}</strong>
      <p>
        {formats.date(item.starts)} – {formats.date(item.ends)}
        {words.comma}
        {words.postedAt(item.place)}
      </p>
      <p className={styles.soft} title={item.snapshot_sha256}>
        {words.snapshot(item.snapshot_sha256.slice(0, HASH_SHOWN))}{' '}
        <a href={`/api/communities/${community}/publicity/${item.id}/notice.pdf`} target="_blank">
          {words.printedSheet}
        </a>
      </p>
      <Sheets postings={item.postings} />
      <Comments comments={item.comments} />
      {open && !commenting && (
        <button type="button" className={parts.button} onClick={() => setCommenting(true)}>
          {words.comment}
        </button>
      )}
      {commenting && (
        <Suspense>
          <CommentForm posting={item.id} />
        </Suspense>
      )}
    </li>
  )
}

/** Scrolls the card alone: a browser would move the whole sheet of a phone, too. */
function reveal(row: HTMLElement) {
  let box = row.parentElement
  while (box && !/auto|scroll/.test(getComputedStyle(box).overflowY)) box = box.parentElement
  const down = row.getBoundingClientRect().top - (box?.getBoundingClientRect().top ?? 0)
  box?.scrollBy(0, down - HEAD_PX)
}

function Sheets({ postings }: { postings: PostingItem[] }) {
  const words = useWords()
  const photos = postings.filter(({ photo }) => photo !== null)
  if (photos.length === 0) return null
  return (
    <p className={consent.sheets}>
      {photos.map(({ photo, place }) => (
        <a key={photo} href={`/api/attachments/${photo}`}>
          <img src={`/api/attachments/${photo}?size=small`} alt={words.sheetPhoto(place)} />
        </a>
      ))}
    </p>
  )
}

function Comments({ comments }: { comments: CommentItem[] }) {
  const words = useWords()
  const formats = useFormats()
  const term = useTerm()
  const answered = comments.filter((comment) => comment.outcome !== null).length
  const summary = words.comments(comments.length, answered)
  if (comments.length === 0) return <p className={styles.soft}>{summary}</p>
  return (
    <details>
      <summary>{summary}</summary>
      <ul className={consent.comments}>
        {comments.map((comment, index) => (
          <li key={index}>
            <p>
              {comment.text} <time dateTime={comment.on}>{formats.date(comment.on)}</time>
            </p>
            <p className={styles.soft}>
              {comment.outcome === null ? (
                words.unanswered
              ) : (
                <>
                  <strong>{term('comments', 'outcome', comment.outcome)}</strong>
                  {words.colon}
                  {comment.answer}
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </details>
  )
}
