/** One household's word on the result: satisfied or not, and why. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Refusal } from '../parts/Refusal'
import { useResidentWords } from '../text/useResidentWords'
import { answerSurvey } from './codes'
import { Received } from './Received'
import styles from './resident.module.css'

export function AnswerSurvey({ code }: { code: string }) {
  const words = useResidentWords()
  const [satisfied, setSatisfied] = useState<boolean | null>(null)
  const [remark, setRemark] = useState('')
  const answering = useMutation({
    mutationFn: (said: boolean) => answerSurvey(code, said, remark),
  })
  if (answering.isSuccess) return <Received title={words.thanks} hint={words.thanksHint} />
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (satisfied !== null) answering.mutate(satisfied)
      }}
    >
      <fieldset className={styles.choices}>
        <legend>{words.satisfied}</legend>
        {([true, false] as const).map((each) => (
          <button
            key={String(each)}
            type="button"
            data-answer={each ? 'favour' : 'against'}
            aria-pressed={satisfied === each}
            onClick={() => setSatisfied(each)}
          >
            {each ? words.satisfaction.yes : words.satisfaction.no}
          </button>
        ))}
      </fieldset>
      <label>
        {words.remark}
        <textarea
          rows={3}
          maxLength={2000}
          value={remark}
          placeholder={words.remarkHint}
          onChange={({ target }) => setRemark(target.value)}
        />
      </label>
      {answering.error && <Refusal error={answering.error} />}
      <button
        type="submit"
        className={styles.main}
        disabled={satisfied === null || answering.isPending}
      >
        {answering.isPending ? words.sending : words.submit}
      </button>
    </form>
  )
}
