/** A row that is only looked at. */
import type { RJSFSchema } from '@rjsf/utils'
import type { Row } from '../../../api/items'
import { propertyOf } from '../../../forms/fields'
import staff from '../../../staff/staff.module.css'
import { useCommunityWords } from '../../../text/useCommunityWords'
import styles from './ledger.module.css'
import type { Ledger } from './ledgers'
import { COMMUNITY } from './owners'
import { useChoices } from './rows'
import { Value } from './Value'

interface Props {
  ledger: Ledger
  community: number
  schema: RJSFSchema
  row: Row
}

export function Facts({ community, schema, row }: Props) {
  const words = useCommunityWords()
  const names = Object.keys(row.properties).filter(
    (name) => name !== COMMUNITY && propertyOf(schema, name),
  )
  const choices = useChoices(schema, names, community)
  return (
    <>
      <p className={staff.soft}>{words.readOnly}</p>
      <dl className={styles.facts}>
        {names.map((name) => (
          <div key={name}>
            <dt>{propertyOf(schema, name)?.title}</dt>
            <dd>
              <Value
                property={propertyOf(schema, name)}
                value={row.properties[name]}
                choices={choices[name]}
              />
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
