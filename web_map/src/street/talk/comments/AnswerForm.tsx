/** The answer to a comment: adopted or not, and why; shown to the public with the comment. */
import { useState, type KeyboardEvent } from 'react'
import { changeRow, type Change } from '../../../api/items'
import { dayInChina } from '../../../format/day'
import { useFormats } from '../../../format/useFormats'
import { Field } from '../../../staff/Field'
import { Problems } from '../../../staff/Problems'
import staff from '../../../staff/staff.module.css'
import { useTalkWords } from '../../../text/useTalkWords'
import { useWriting } from '../../community/ledger/writing'
import type { Comment, Outcome } from '../rows'
import styles from './comments.module.css'
import { shownOf } from './standing'

const OUTCOMES: readonly Outcome[] = ['adopted', 'not_adopted']

interface Props {
  comment: Comment
  hide: () => void
  /** Called when it is sent. */
  next: () => void
}

export function AnswerForm({ comment, hide, next }: Props) {
  const words = useTalkWords()
  const formats = useFormats()
  const { id, properties } = comment
  const [outcome, setOutcome] = useState(properties.outcome)
  const [answer, setAnswer] = useState(properties.answer)
  const writing = useWriting((change: Change) => changeRow('comments', comment, change))
  const shown = shownOf(comment)
  const answered = { outcome, answer, answered_on: dayInChina(new Date()) }
  const same = outcome === properties.outcome && answer === properties.answer

  const save = (change: Change) => {
    next()
    writing.mutate(change)
  }
  /** What waits is shown with its answer; what is kept back stays so. */
  const main: Change =
    shown === 'waits' ? { properties: answered, visibility: 'published' } : { properties: answered }
  const hurry = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
      event.currentTarget.requestSubmit()
  }
  return (
    <form
      className={styles.form}
      onKeyDown={hurry}
      onSubmit={(event) => {
        event.preventDefault()
        save(main)
      }}
    >
      <fieldset className={styles.outcome}>
        <legend className="unseen">{words.outcome}</legend>
        {OUTCOMES.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name={`outcome-${id}`}
              required
              checked={outcome === each}
              onChange={() => setOutcome(each)}
            />
            {words.outcomes[each]}
          </label>
        ))}
      </fieldset>
      <Field label={words.reason}>
        {(about) => (
          <textarea
            {...about}
            required
            rows={2}
            maxLength={5000}
            value={answer}
            placeholder={words.reasonHint[outcome ?? 'adopted']}
            onChange={({ target }) => setAnswer(target.value)}
          />
        )}
      </Field>
      <Problems error={writing.error} />
      <div className={staff.actions}>
        <button
          type="submit"
          className={staff.main}
          disabled={writing.isPending || (same && shown !== 'waits')}
        >
          {shown === 'waits' ? words.answerAndShow : words.answer}
        </button>
        {shown === 'waits' && (
          <button type="button" onClick={() => save({ visibility: 'published' })}>
            {words.showOnly}
          </button>
        )}
        {shown === 'hidden' ? (
          <button
            type="button"
            onClick={() => save({ properties: { hidden_reason: '' }, visibility: 'published' })}
          >
            {words.showAgain}
          </button>
        ) : (
          <button type="button" onClick={hide}>
            {shown === 'shown' ? words.withdraw : words.hide}
          </button>
        )}
        {properties.answered_on && (
          <span className={staff.soft}>
            {words.answeredOn(formats.date(properties.answered_on))}
          </span>
        )}
      </div>
    </form>
  )
}
