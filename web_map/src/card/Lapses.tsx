/** Evidence that stands no more: told where people look first, and never quietly. */
import type { Lapse } from '../api/schema.gen'
import { Icon } from '../icons/Icon'
import { useSay, useWords } from '../text/useWords'
import consent from './consent.module.css'

export function Lapses({ lapses }: { lapses: Lapse[] }) {
  const words = useWords()
  const say = useSay()
  if (lapses.length === 0) return null
  return (
    <div className={consent.lapses} role="note">
      <Icon name="alert" />
      <div>
        <strong>{words.lapsed}</strong>
        {lapses.map((lapse) => (
          <p key={lapse.code}>
            {say(lapse.message)} <span>{words.article(lapse.article)}</span>
          </p>
        ))}
      </div>
    </div>
  )
}
