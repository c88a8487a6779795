/** A button that shows an icon alone; its label is read out and shown as a tooltip. */
import { Icon } from '../icons/Icon'
import type { IconName } from '../icons/icons'
import styles from './parts.module.css'

interface Props {
  icon: IconName
  label: string
  onClick: () => void
}

export function IconButton({ icon, label, onClick }: Props) {
  return (
    <button
      type="button"
      className={styles.iconButton}
      aria-label={label}
      title={label}
      onClick={onClick}
    >
      <Icon name={icon} size={18} />
    </button>
  )
}
