/** That it came in, where the reader looks and a screen reader reads. */
import { useEffect, useRef } from 'react'
import { Icon } from '../icons/Icon'
import styles from './resident.module.css'

export function Received({ title, hint }: { title: string; hint: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className={styles.received}>
      <Icon name="check" size={40} />
      <h3 ref={heading} tabIndex={-1}>
        {title}
      </h3>
      <p>{hint}</p>
    </div>
  )
}
