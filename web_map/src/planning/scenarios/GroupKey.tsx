/** Which communities are in which scenarios: the key of the map, and a filter of both. */
import { useFormats } from '../../format/useFormats'
import { Chip } from '../../parts/Chip'
import { useScenarioWords } from '../../text/useScenarioWords'
import styles from './compare.module.css'
import { COLORS, paintOf, type Group } from './comparing'

interface Props {
  groups: Group[]
  scenarios: number
  group: string | null
  choose: (group: string | null) => void
}

export function GroupKey({ groups, scenarios, group, choose }: Props) {
  const words = useScenarioWords()
  const formats = useFormats()
  const title = (letters: string) =>
    letters.length === scenarios
      ? words.inAll
      : letters.length === 1
        ? words.onlyIn(letters)
        : words.group(letters)
  return (
    <div className={styles.key} role="group" aria-label={words.groups}>
      <Chip on={group === null} toggle={() => choose(null)}>
        {words.showAll}
      </Chip>
      {groups.map(({ letters, count, cost }) => (
        <Chip
          key={letters}
          on={group === letters}
          toggle={() => choose(group === letters ? null : letters)}
        >
          <Mark letters={letters} scenarios={scenarios} />
          {`${title(letters)} · ${count}${cost > 0 ? ` · ${formats.money(cost)}` : ''}`}
        </Chip>
      ))}
    </div>
  )
}

/** Letters on their colour, as on the map: never the colour alone. */
export function Mark({ letters, scenarios }: { letters: string; scenarios: number }) {
  return (
    <b className={styles.mark} style={{ background: COLORS[paintOf(letters, scenarios)] }}>
      {letters || '×'}
    </b>
  )
}
