/** Name, role and scope of an account, new or not; one's own rights are for another to change. */
import { useState } from 'react'
import { useSession } from '../../api/queries'
import type { Account } from '../../api/schema.gen'
import { useAdminWords } from '../../text/useAdminWords'
import staff from '../../staff/staff.module.css'
import { Field } from '../../staff/Field'
import { Problems } from '../../staff/Problems'
import { problemsAt } from '../../staff/problems'
import { AreaPicker } from './AreaPicker'
import { changeOf, EMPTY, FIELDS, formOf, scopeOf, type Form } from './form'
import { RoleField } from './RoleField'
import { SitePicker } from './SitePicker'

interface Props {
  account: Account | null
  busy: boolean
  error: Error | null
  saved: boolean
  save: (form: Form) => void
}

export function AccountForm({ account, busy, error, saved, save }: Props) {
  const words = useAdminWords()
  const session = useSession().data
  const [form, setForm] = useState(() => (account ? formOf(account) : EMPTY))
  const put = (part: Partial<Form>) => setForm({ ...form, ...part })
  const own = account !== null && account.username === session?.username
  const changed = account === null || Object.keys(changeOf(account, form)).length > 0
  const kind = scopeOf(form.role)
  const at = (field: string) => problemsAt(error, field)
  return (
    <form
      className={staff.form}
      onSubmit={(event) => {
        event.preventDefault()
        save(form)
      }}
    >
      <Problems error={error} fields={FIELDS} />
      {!account && (
        <Field label={words.username} hint={words.usernameHint} problems={at('username')}>
          {(about) => (
            <input
              {...about}
              required
              autoFocus
              maxLength={80}
              autoComplete="off"
              autoCapitalize="none"
              value={form.username}
              onChange={({ target }) => put({ username: target.value })}
            />
          )}
        </Field>
      )}
      <Field label={words.fullName} problems={at('full_name')}>
        {(about) => (
          <input
            {...about}
            maxLength={80}
            autoComplete="off"
            value={form.full_name}
            onChange={({ target }) => put({ full_name: target.value })}
          />
        )}
      </Field>
      {own && <p className={staff.note}>{words.own}</p>}
      <RoleField
        role={form.role}
        disabled={own}
        problems={at('role')}
        change={(role) => put({ role })}
      />
      {!own && (kind === 'sites' || form.sites.length > 0) && (
        <Field label={words.sites} hint={words.sitesHint} problems={at('sites')}>
          {(about) => (
            <SitePicker
              about={about}
              sites={form.sites}
              names={account?.site_names ?? {}}
              change={(sites) => put({ sites })}
            />
          )}
        </Field>
      )}
      {!own && (kind === 'areas' || form.areas.length > 0) && (
        <Field label={words.areas} hint={words.areasHint} problems={at('areas')}>
          {(about) => (
            <AreaPicker
              about={about}
              areas={form.areas}
              names={account?.area_names ?? {}}
              change={(areas) => put({ areas })}
            />
          )}
        </Field>
      )}
      {session?.openid && (
        <Field label={words.subject} hint={words.subjectHint} problems={at('subject')}>
          {(about) => (
            <input
              {...about}
              maxLength={255}
              autoComplete="off"
              value={form.subject}
              onChange={({ target }) => put({ subject: target.value })}
            />
          )}
        </Field>
      )}
      <div className={staff.actions}>
        <button type="submit" className={staff.main} disabled={busy || !changed}>
          {account ? words.save : words.create}
        </button>
        {saved && !changed && <span role="status">{words.saved}</span>}
      </div>
    </form>
  )
}
