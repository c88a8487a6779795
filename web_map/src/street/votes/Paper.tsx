/** What is printed for a vote: ballots of paper, letters with codes, and the codes as a table. */
import { useMutation } from '@tanstack/react-query'
import { AskFirst } from '../../staff/AskFirst'
import { Problems } from '../../staff/Problems'
import staff from '../../staff/staff.module.css'
import { useView } from '../../state/useView'
import { useVotesWords } from '../../text/useVotesWords'
import { issueCodes, printLetters, type VoteItem } from './asking'
import { csvOf } from './csv'
import { saveFile } from '../../api/saveFile'

export function Paper({ vote: { id } }: { vote: VoteItem }) {
  const words = useVotesWords()
  const { language } = useView()
  const letters = useMutation({ mutationFn: () => printLetters(id, language), gcTime: 0 })
  const codes = useMutation({
    mutationFn: async () => {
      const { notices } = await issueCodes(id)
      const table = csvOf([
        [words.building, words.room, words.code],
        ...notices.map(({ building, room, code }) => [building, room, code]),
      ])
      return new Blob([table], { type: 'text/csv;charset=utf-8' })
    },
    gcTime: 0,
  })
  const busy = letters.isPending || codes.isPending
  return (
    <section className={staff.section}>
      <h3>{words.print}</h3>
      <div className={staff.actions}>
        <a className={staff.link} href={`/api/decisions/${id}/ballots.pdf?lang=${language}`}>
          {words.ballotSheets}
        </a>
        <AskFirst
          label={words.letters}
          says={words.codesHint}
          busy={busy}
          yes={() => {
            codes.reset()
            letters.mutate()
          }}
        />
        <AskFirst
          label={words.codes}
          says={words.codesHint}
          busy={busy}
          yes={() => {
            letters.reset()
            codes.mutate()
          }}
        />
      </div>
      <p className={staff.soft}>{words.printHint}</p>
      <Problems error={letters.error ?? codes.error} />
      {letters.data && <Made file={letters.data} name={`letters-vote-${id}.pdf`} />}
      {codes.data && <Made file={codes.data} name={`codes-vote-${id}.csv`} />}
    </section>
  )
}

/** The codes are in this file alone: it stays at hand until the page is left. */
function Made({ file, name }: { file: Blob; name: string }) {
  const words = useVotesWords()
  return (
    <div className={staff.note} data-kind="warning" role="status">
      <p>{words.madeOnce}</p>
      <div className={staff.actions}>
        <button type="button" className={staff.main} onClick={() => saveFile(file, name)}>
          {words.saveFile(name)}
        </button>
      </div>
    </div>
  )
}
