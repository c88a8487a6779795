/** Which ledger is open: a list beside it, on a phone a choice above it. */
import { useLayers } from '../../../staff/useLayers'
import { changeView, hrefOf, useView } from '../../../state/useView'
import { useCommunityWords } from '../../../text/useCommunityWords'
import { useLacking } from '../gates/standing'
import { ledgerPart } from '../place'
import { GROUPS, LEDGERS, type Ledger } from './ledgers'
import styles from './ledger.module.css'

interface Props {
  open: Ledger
  community: number
}

export function LedgerNav({ open, community }: Props) {
  const words = useCommunityWords()
  const view = useView()
  const layers = useLayers()
  const lacking = useLacking(community).map(({ layer }) => layer)
  const groups = GROUPS.map((group) => ({
    title: words.groups[group],
    ledgers: LEDGERS.filter((ledger) => ledger.group === group),
  }))
  return (
    <nav className={styles.nav} aria-label={words.ledgers}>
      <select
        aria-label={words.ledgers}
        value={open.layer}
        onChange={({ target }) => changeView({ part: ledgerPart(target.value) })}
      >
        {groups.map(({ title, ledgers }) => (
          <optgroup key={title} label={title}>
            {ledgers.map(({ layer }) => (
              <option key={layer} value={layer}>
                {layers.title(layer)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      {groups.map(({ title, ledgers }) => (
        <div key={title}>
          <h3>{title}</h3>
          {ledgers.map((ledger) => (
            <a
              key={ledger.layer}
              href={hrefOf(view, { part: ledgerPart(ledger.layer) })}
              aria-current={ledger === open ? 'page' : undefined}
              onClick={(event) => {
                event.preventDefault()
                changeView({ part: ledgerPart(ledger.layer) })
              }}
            >
              {layers.title(ledger.layer)}
              {lacking.includes(ledger.layer) && (
                <span className={styles.lacks} title={words.gateLacks}>
                  <span className="unseen">{words.gateLacks}</span>
                </span>
              )}
            </a>
          ))}
        </div>
      ))}
    </nav>
  )
}
