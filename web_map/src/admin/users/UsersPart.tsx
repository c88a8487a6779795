/** The accounts of one's scope, searched and opened; on a phone one or the other is seen. */
import { useState } from 'react'
import { IconButton } from '../../parts/IconButton'
import { Empty, Failure, Skeleton } from '../../parts/States'
import { changeView, useView } from '../../state/useView'
import { useAdminWords } from '../../text/useAdminWords'
import styles from '../admin.module.css'
import staff from '../../staff/staff.module.css'
import list from './rows.module.css'
import { AccountPage } from './AccountPage'
import { AccountRow } from './AccountRow'
import { matching } from './form'
import { NewAccount } from './NewAccount'
import { useAccounts, useRoles } from './useAccounts'

export function UsersPart() {
  const words = useAdminWords()
  const { language, part } = useView()
  const [, opened] = part.split('/')
  const accounts = useAccounts()
  const roles = useRoles()
  const [q, setQ] = useState('')
  const [role, setRole] = useState('')
  if (accounts.error)
    return <Failure error={accounts.error} retry={() => void accounts.refetch()} />
  if (!accounts.data) return <Skeleton rows={6} />
  const found = matching(accounts.data, q, role)
  const account = accounts.data.find(({ id }) => String(id) === opened)

  return (
    <div className={styles.two} data-open={opened !== undefined}>
      <section className={styles.list} aria-label={words.parts.users}>
        <div className={styles.filters}>
          <input
            type="search"
            aria-label={words.search}
            placeholder={words.search}
            value={q}
            onChange={(event) => setQ(event.target.value)}
          />
          <select
            aria-label={words.role}
            value={role}
            onChange={(event) => setRole(event.target.value)}
          >
            <option value="">{words.everyRole}</option>
            {roles.all.map((each) => (
              <option key={each.role} value={each.role}>
                {each.title[language]}
              </option>
            ))}
          </select>
          <button
            type="button"
            className={staff.main}
            onClick={() => changeView({ part: 'users/new' })}
          >
            {words.newUser}
          </button>
        </div>
        <p className={staff.soft} role="status">
          {words.users(found.length)}
        </p>
        {found.length === 0 && <Empty title={words.noUsers} hint={words.noUsersHint} />}
        <ul className={list.rows}>
          {found.map((each) => (
            <AccountRow key={each.id} account={each} chosen={each === account} />
          ))}
        </ul>
      </section>
      <section className={staff.page}>
        {opened !== undefined && (
          <div className={styles.back}>
            <IconButton
              icon="back"
              label={words.back}
              onClick={() => changeView({ part: 'users' })}
            />
          </div>
        )}
        {opened === undefined ? (
          <Empty title={words.chooseUser} hint={words.chooseUserHint} />
        ) : opened === 'new' ? (
          <NewAccount />
        ) : account ? (
          <AccountPage key={account.id} account={account} />
        ) : (
          <Empty title={words.noSuchUser} hint={words.noSuchUserHint} />
        )}
      </section>
    </div>
  )
}
