/** What the holder of a printed letter does with its code: vote, or answer a survey. */
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { About } from '../api/schema.gen'
import { Refusal } from '../parts/Refusal'
import { usePageTitle } from '../shell/usePageTitle'
import { useResidentWords } from '../text/useResidentWords'
import { AnswerSurvey } from './AnswerSurvey'
import { CastBallot } from './CastBallot'
import { aboutCode } from './codes'
import { EnterCode } from './EnterCode'
import { handedCode } from './handed'
import { Matter } from './Matter'
import { standing } from './standing'
import styles from './resident.module.css'
import { Unusable } from './Unusable'

export default function CodePage() {
  const words = useResidentWords()
  const [code, setCode] = useState(handedCode)
  const { mutate: look, data, error, isPending, reset } = useMutation({ mutationFn: aboutCode })
  const first = useRef(code)
  usePageTitle(words.title)
  useEffect(() => {
    if (first.current) look(first.current)
  }, [look])

  const another = () => {
    setCode('')
    reset()
  }
  return (
    <div className={styles.page}>
      <h2>{words.title}</h2>
      {data ? (
        <>
          <Matter about={data} />
          <Use key={code} code={code} about={data} />
          <button type="button" className={styles.quiet} onClick={another}>
            {words.another}
          </button>
        </>
      ) : (
        <>
          <p>{words.intro}</p>
          <EnterCode code={code} change={setCode} busy={isPending} look={() => look(code)} />
          {error && <Refusal error={error} />}
        </>
      )}
    </div>
  )
}

function Use({ code, about }: { code: string; about: About }) {
  const now = standing(about)
  if (now !== 'open') return <Unusable why={now} about={about} />
  return about.decision === null ? <AnswerSurvey code={code} /> : <CastBallot code={code} />
}
