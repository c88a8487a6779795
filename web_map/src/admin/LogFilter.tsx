/** Of whom, of which layer and row, and from when to when. */
import { useAdminWords } from '../text/useAdminWords'
import { EVERYTHING, type Sought } from './accesses'
import styles from './admin.module.css'
import { Field } from '../staff/Field'
import { useLayers } from '../staff/useLayers'

interface Props {
  sought: Sought
  change: (sought: Sought) => void
}

export function LogFilter({ sought, change }: Props) {
  const words = useAdminWords()
  const layers = useLayers()
  const put = (part: Partial<Sought>) => change({ ...sought, ...part })
  return (
    <search className={styles.filter}>
      <Field label={words.who}>
        {(about) => (
          <input
            {...about}
            type="search"
            maxLength={80}
            autoCapitalize="none"
            value={sought.actor}
            onChange={({ target }) => put({ actor: target.value })}
          />
        )}
      </Field>
      <Field label={words.layer}>
        {(about) => (
          <select
            {...about}
            value={sought.layer}
            onChange={({ target }) => put({ layer: target.value, feature: '' })}
          >
            <option value="">{words.everyLayer}</option>
            {layers.all.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={words.row}>
        {(about) => (
          <input
            {...about}
            inputMode="numeric"
            placeholder={sought.layer ? '' : words.rowHint}
            disabled={!sought.layer}
            value={sought.feature}
            onChange={({ target }) =>
              put({ feature: target.value.replaceAll(/\D/g, '').slice(0, 15) })
            }
          />
        )}
      </Field>
      {(['since', 'until'] as const).map((end) => (
        <Field key={end} label={words[end]}>
          {(about) => (
            <input
              {...about}
              type="date"
              min="2000-01-01"
              max="2999-12-31"
              value={sought[end]}
              onChange={({ target }) => put({ [end]: target.value })}
            />
          )}
        </Field>
      ))}
      <button type="button" disabled={sought === EVERYTHING} onClick={() => change(EVERYTHING)}>
        {words.clear}
      </button>
    </search>
  )
}
