/** One household's ballot: chosen, shown once more, then cast. */
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Answer } from '../api/schema.gen'
import { Refusal } from '../parts/Refusal'
import { useResidentWords } from '../text/useResidentWords'
import { castBallot } from './codes'
import { Received } from './Received'
import styles from './resident.module.css'

const ANSWERS: readonly Answer[] = ['favour', 'against', 'abstain']

export function CastBallot({ code }: { code: string }) {
  const words = useResidentWords()
  const [answer, setAnswer] = useState<Answer | null>(null)
  const casting = useMutation({ mutationFn: (chosen: Answer) => castBallot(code, chosen) })
  if (casting.isSuccess) return <Received title={words.cast} hint={words.castHint} />
  if (answer === null)
    return (
      <fieldset className={styles.choices}>
        <legend>{words.question}</legend>
        {ANSWERS.map((each) => (
          <button key={each} type="button" data-answer={each} onClick={() => setAnswer(each)}>
            {words.answers[each]}
          </button>
        ))}
      </fieldset>
    )
  const change = () => {
    setAnswer(null)
    casting.reset()
  }
  return (
    <div className={styles.form}>
      <Chosen said={words.sure(words.answers[answer])} />
      <p>{words.sureHint}</p>
      {casting.error && <Refusal error={casting.error} />}
      <button
        type="button"
        className={styles.main}
        disabled={casting.isPending}
        onClick={() => casting.mutate(answer)}
      >
        {casting.isPending ? words.sending : words.confirm}
      </button>
      <button type="button" className={styles.quiet} onClick={change}>
        {words.back}
      </button>
    </div>
  )
}

function Chosen({ said }: { said: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <h3 ref={heading} tabIndex={-1}>
      {said}
    </h3>
  )
}
