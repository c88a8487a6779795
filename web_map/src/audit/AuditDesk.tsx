/** The auditor desk: how divisions do, on a map and in a table, from the counties down to a card. */
import { useSession } from '../api/queries'
import { Problem } from '../api/client'
import { Empty, Failure, Skeleton } from '../parts/States'
import { DESKS } from '../shell/desks'
import { useView } from '../state/useView'
import { useAuditWords } from '../text/useAuditWords'
import { Assessment } from './Assessment'
import { questionOf, useReport } from './question'

export default function AuditDesk() {
  const words = useAuditWords()
  const view = useView()
  const session = useSession()
  const mayUse = session.data ? DESKS.audit.mayUse(session.data) : false
  const question = questionOf(view, session.data?.areas ?? [])
  const report = useReport(question, view.language, mayUse)
  if (session.data && !session.data.signed_in)
    return <Empty title={words.signInFirst} hint={words.signInFirstHint} />
  const isForbidden = report.error instanceof Problem && report.error.status === 403
  if ((session.data && !mayUse) || isForbidden)
    return <Empty title={words.notYours} hint={report.error?.message ?? words.notYoursHint} />
  if (report.error) return <Failure error={report.error} retry={() => void report.refetch()} />
  if (!report.data) return <Skeleton rows={10} />
  return <Assessment report={report.data} question={question} areas={session.data?.areas ?? []} />
}
