/** Codes to vote online: made anew for those who have not voted, told once, printed or saved. */
import { useMutation } from '@tanstack/react-query'
import { useMemo } from 'react'
import { AskFirst } from '../../staff/AskFirst'
import { Problems } from '../../staff/Problems'
import staff from '../../staff/staff.module.css'
import { useVotesWords } from '../../text/useVotesWords'
import { issueCodes, type VoteItem } from './asking'
import { csvOf } from './csv'
import styles from './votes.module.css'

export function Codes({ vote }: { vote: VoteItem }) {
  const words = useVotesWords()
  const issuing = useMutation({ mutationFn: () => issueCodes(vote.id), gcTime: 0 })
  const notices = issuing.data?.notices
  const file = useMemo(
    () =>
      notices &&
      csvOf([
        [words.building, words.room, words.code],
        ...notices.map(({ building, room, code }) => [building, room, code]),
      ]),
    [notices, words],
  )
  return (
    <section className={staff.section}>
      <h3>{words.codes}</h3>
      <p className={staff.soft}>{words.codesHint}</p>
      <Problems error={issuing.error} />
      {notices ? (
        <>
          <p className={staff.note} data-kind="warning" role="status">
            {words.codesMade(notices.length)}
          </p>
          <div className={staff.actions}>
            <a className={styles.link} href={file} download={`codes-${vote.id}.csv`}>
              {words.codesSave}
            </a>
          </div>
        </>
      ) : (
        <div className={staff.actions}>
          <AskFirst
            label={words.codesMake}
            says={words.codesHint}
            busy={issuing.isPending}
            yes={() => issuing.mutate()}
          />
        </div>
      )}
    </section>
  )
}
