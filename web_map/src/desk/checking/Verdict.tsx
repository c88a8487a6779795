/** The verdict, always in sight: a colour, a sign and words. Tapping it lists the findings. */
import type { Findings } from '../../api/schema.gen'
import { Icon } from '../../icons/Icon'
import { useDeskWords } from '../../text/useDeskWords'
import styles from './checking.module.css'

interface Props {
  findings: Findings | undefined
  pending: boolean
  failed: boolean
  open: boolean
  toggle: () => void
}

export function Verdict({ findings, pending, failed, open, toggle }: Props) {
  const words = useDeskWords()
  const counted = (result: string) =>
    findings?.findings.filter((each) => each.result === result && !each.exception).length ?? 0
  const [wrong, unknown] = [counted('not_compliant'), counted('cannot_tell')]
  const [kind, says, icon] = failed
    ? (['unknown', words.unchecked, 'offline'] as const)
    : !findings
      ? (['pending', words.checking, 'info'] as const)
      : wrong > 0
        ? (['wrong', words.notCompliant(wrong), 'alert'] as const)
        : unknown > 0
          ? (['unknown', words.cannotTell(unknown), 'info'] as const)
          : (['good', words.compliant, 'check'] as const)
  return (
    <button
      type="button"
      className={styles.verdict}
      data-kind={kind}
      data-pending={pending}
      aria-expanded={open}
      aria-live="polite"
      onClick={toggle}
    >
      <Icon name={icon} size={20} />
      {says}
      <Icon name={open ? 'down' : 'up'} size={16} />
    </button>
  )
}
