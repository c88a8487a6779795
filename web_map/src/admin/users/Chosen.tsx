/** What is chosen, each with a button that takes it away again. */
import { IconButton } from '../../parts/IconButton'
import { useAdminWords } from '../../text/useAdminWords'
import styles from '../admin.module.css'
import staff from '../../staff/staff.module.css'

interface Props<Key> {
  all: { key: Key; name: string }[]
  remove: (key: Key) => void
}

export function Chosen<Key extends string | number>({ all, remove }: Props<Key>) {
  const words = useAdminWords()
  if (all.length === 0) return <p className={staff.soft}>{words.noScope}</p>
  return (
    <ul className={styles.chosen}>
      {all.map(({ key, name }) => (
        <li key={key}>
          {name}
          <IconButton icon="close" label={words.remove(name)} onClick={() => remove(key)} />
        </li>
      ))}
    </ul>
  )
}
