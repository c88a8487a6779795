/** The role, and what it lets one do. */
import type { Account } from '../../api/schema.gen'
import { useView } from '../../state/useView'
import { useAdminWords } from '../../text/useAdminWords'
import { Field } from '../../staff/Field'
import { useLayers } from '../../staff/useLayers'
import { useRoles } from './useAccounts'

interface Props {
  role: Account['role']
  disabled: boolean
  problems: string[]
  change: (role: Account['role']) => void
}

export function RoleField({ role, disabled, problems, change }: Props) {
  const words = useAdminWords()
  const { language } = useView()
  const roles = useRoles()
  const layers = useLayers()
  const writes = roles.all.find((each) => each.role === role)?.writes ?? []
  const most = Math.max(...roles.all.map((each) => each.writes.length))
  const titles = writes.map(layers.title).join(language === 'zh' ? '、' : ', ')
  const all = writes.length > 0 && writes.length === most
  const hint = all ? words.writesAll : titles ? words.writes(titles) : words.writesNone
  return (
    <Field label={words.role} hint={roles.all.length > 0 ? hint : undefined} problems={problems}>
      {(about) => (
        <select
          {...about}
          value={role}
          disabled={disabled}
          onChange={({ target }) => change(target.value as Account['role'])}
        >
          {roles.all.map((each) => (
            <option key={each.role} value={each.role}>
              {each.title[language]}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
