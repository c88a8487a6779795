/** The site desk: my sites, or the one that is chosen. Only for those who may edit perimeters. */
import { useSession } from '../api/queries'
import { Empty, Failure, Skeleton } from '../parts/States'
import { useView } from '../state/useView'
import { useDeskWords } from '../text/useDeskWords'
import { SiteChooser } from './SiteChooser'
import { SitePage } from './SitePage'
import { useSites } from './items'
import { useOffline } from './offline/useOffline'

export default function SiteDesk() {
  const words = useDeskWords()
  const { site } = useView()
  const session = useSession()
  const sites = useSites(session.data?.sites ?? [])
  const { data } = session
  useOffline(data?.signed_in ?? false)
  if (session.error) return <Failure error={session.error} retry={() => void session.refetch()} />
  if (!data) return <Skeleton rows={5} />
  if (!data.signed_in) return <Empty title={words.signInFirst} hint={words.signInFirstHint} />
  if (!data.layers.warning_perimeters?.create)
    return <Empty title={words.noPermission} hint={words.noPermissionHint} />
  if (sites.error) return <Failure error={sites.error} retry={() => void sites.refetch()} />
  if (!sites.data) return <Skeleton rows={5} />
  const owner = data.username ?? ''
  const chosen = sites.data.find(({ id }) => id === site)
  return chosen ? (
    <SitePage key={chosen.id} site={chosen} owner={owner} />
  ) : (
    <SiteChooser sites={sites.data} owner={owner} />
  )
}
