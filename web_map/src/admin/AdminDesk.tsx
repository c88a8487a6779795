/** The administrator's desk: users, tokens, who read personal data, and the rules' versions. */
import { useSession } from '../api/queries'
import { Empty, Failure, Skeleton } from '../parts/States'
import { usePageTitle } from '../shell/usePageTitle'
import { changeView, useView } from '../state/useView'
import { useAdminWords } from '../text/useAdminWords'
import staff from '../staff/staff.module.css'
import { Tabs } from '../staff/Tabs'
import { LogPart } from './LogPart'
import { StandardsPart } from './StandardsPart'
import { TokensPart } from './TokensPart'
import { UsersPart } from './users/UsersPart'

const PARTS = { users: UsersPart, tokens: TokensPart, log: LogPart, standards: StandardsPart }
type PartName = keyof typeof PARTS
const NAMES = Object.keys(PARTS) as PartName[]

export default function AdminDesk() {
  const words = useAdminWords()
  const session = useSession()
  const [name = ''] = useView().part.split('/')
  const part = Object.hasOwn(PARTS, name) ? (name as PartName) : 'users'
  const Part = PARTS[part]
  const { data, error } = session
  usePageTitle(words.parts[part])
  if (error) return <Failure error={error} retry={() => void session.refetch()} />
  if (!data) return <Skeleton rows={5} />
  if (!data.signed_in) return <Empty title={words.signInFirst} hint={words.signInFirstHint} />
  if (!data.administers) return <Empty title={words.noPermission} hint={words.noPermissionHint} />
  return (
    <div className={staff.desk}>
      <Tabs
        label={words.title}
        tabs={NAMES.map((name) => ({ name, title: words.parts[name] }))}
        open={part}
        choose={(name) => changeView({ part: name })}
      />
      <Part />
    </div>
  )
}
