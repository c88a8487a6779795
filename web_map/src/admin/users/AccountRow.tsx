/** One account in the list: who, as what, where. */
import { useSession } from '../../api/queries'
import type { Account } from '../../api/schema.gen'
import { changeView } from '../../state/useView'
import { useAdminWords } from '../../text/useAdminWords'
import staff from '../../staff/staff.module.css'
import tags from '../../staff/tag.module.css'
import { useRoles } from './useAccounts'

const NAMED = 3

export function AccountRow({ account, chosen }: { account: Account; chosen: boolean }) {
  const words = useAdminWords()
  const roles = useRoles()
  const own = useSession().data?.username === account.username
  const areas = account.areas
    .slice(0, NAMED)
    .map((code) => (code === '' ? words.country : (account.area_names[code] ?? code)))
  const more = account.areas.length > NAMED ? [`+${account.areas.length - NAMED}`] : []
  const sites = account.sites.length > 0 ? [words.scopeSites(account.sites.length)] : []
  const scope = [...areas, ...more, ...sites].join(' · ')
  return (
    <li>
      <button
        type="button"
        aria-current={chosen}
        onClick={() => changeView({ part: `users/${account.id}` })}
      >
        <strong>
          {account.full_name || account.username}
          {own && <span className={tags.tag}>{words.you}</span>}
          {!account.active && (
            <span className={tags.tag} data-kind="danger">
              {words.off}
            </span>
          )}
        </strong>
        <span>
          {account.username} · {roles.title(account.role)}
        </span>
        <span className={staff.soft}>{scope || words.noScope}</span>
      </button>
    </li>
  )
}
