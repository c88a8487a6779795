/** Letters by which each household answers the survey: printed with new codes, and never again. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../../../api/client'
import { AskFirst } from '../../../../staff/AskFirst'
import { Field } from '../../../../staff/Field'
import { Problems } from '../../../../staff/Problems'
import staff from '../../../../staff/staff.module.css'
import { useView } from '../../../../state/useView'
import { useCommunityWords } from '../../../../text/useCommunityWords'
import { saveFile } from '../../../../api/saveFile'
import styles from './above.module.css'
import { Answers } from './Answers'
import type { AboveProps } from './props'

export function Rounds(props: AboveProps) {
  return (
    <>
      {props.begin && <Letters community={props.community} />}
      <Answers {...props} />
    </>
  )
}

function Letters({ community }: { community: number }) {
  const words = useCommunityWords().prints
  const { language } = useView()
  const [ends, setEnds] = useState('')
  const letters = useMutation({
    mutationFn: () => printed(community, ends, language),
    gcTime: 0,
  })
  const name = `letters-survey-${community}.pdf`
  return (
    <section className={styles.above} aria-label={words.letters}>
      <Field label={words.until}>
        {(about) => (
          <input
            {...about}
            className={styles.day}
            type="date"
            value={ends}
            onChange={({ target }) => setEnds(target.value)}
          />
        )}
      </Field>
      {ends && (
        <div className={staff.actions}>
          <AskFirst
            label={words.letters}
            says={words.lettersSays}
            busy={letters.isPending}
            yes={() => letters.mutate()}
          />
        </div>
      )}
      <Problems error={letters.error} />
      {letters.data && (
        <div className={staff.note} data-kind="warning" role="status">
          <p>{words.madeOnce}</p>
          <div className={staff.actions}>
            <button
              type="button"
              className={staff.main}
              onClick={() => saveFile(letters.data, name)}
            >
              {words.save(name)}
            </button>
          </div>
        </div>
      )}
    </section>
  )
}

async function printed(community: number, ends: string, language: string): Promise<Blob> {
  const answer = await ask(`/api/communities/${community}/survey-codes?lang=${language}`, {
    method: 'POST',
    headers: { Accept: 'application/pdf', 'Content-Type': 'application/json' },
    body: JSON.stringify({ ends }),
  })
  return answer.blob()
}
