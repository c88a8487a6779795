/** The street desk: what needs an officer today, and each community's own pages. */
import { Suspense } from 'react'
import { useSession } from '../api/queries'
import { DESKS } from '../shell/desks'
import { usePageTitle } from '../shell/usePageTitle'
import { Empty, Failure, Skeleton } from '../parts/States'
import staff from '../staff/staff.module.css'
import { Tabs } from '../staff/Tabs'
import { changeView, useView } from '../state/useView'
import { useStreetWords } from '../text/useStreetWords'
import { CommunityHead } from './CommunityHead'
import { useCommunityRow } from './community/useScope'
import { PARTS, partNamed, partsOf } from './parts'
import styles from './street.module.css'

export default function StreetDesk() {
  const words = useStreetWords()
  const { community, part, language } = useView()
  const session = useSession()
  const row = useCommunityRow(community)
  const of = community === null ? 'area' : 'community'
  const open = partNamed(part, of)
  const { title, Page } = PARTS[open ?? ''] ?? {}
  usePageTitle([title?.[language], row.data?.properties.name].filter(Boolean).join(' · '))
  const { data, error } = session
  if (error) return <Failure error={error} retry={() => void session.refetch()} />
  if (!data) return <Skeleton rows={5} />
  if (!data.signed_in) return <Empty title={words.signInFirst} hint={words.signInFirstHint} />
  if (!DESKS.street.mayUse(data))
    return <Empty title={words.noPermission} hint={words.noPermissionHint} />
  return (
    <div className={`${staff.desk} ${styles.desk}`}>
      {community !== null && <CommunityHead id={community} />}
      <Tabs
        label={words.title}
        tabs={partsOf(of).map((name) => ({ name, title: PARTS[name]?.title[language] ?? name }))}
        open={open ?? null}
        choose={(name) => changeView({ part: name })}
      />
      <Suspense fallback={<Skeleton rows={6} />}>{Page && <Page key={community} />}</Suspense>
    </div>
  )
}
