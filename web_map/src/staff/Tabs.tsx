/** The parts of a desk, of which one is open. */
import styles from './tabs.module.css'

interface Props<Name extends string> {
  label: string
  tabs: readonly { name: Name; title: string }[]
  open: Name | null
  choose: (name: Name) => void
}

export function Tabs<Name extends string>({ label, tabs, open, choose }: Props<Name>) {
  return (
    <nav className={styles.tabs} aria-label={label}>
      {tabs.map(({ name, title }) => (
        <button
          key={name}
          type="button"
          aria-current={name === open ? 'page' : undefined}
          onClick={() => choose(name)}
        >
          {title}
        </button>
      ))}
    </nav>
  )
}
