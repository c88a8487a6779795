/** The last resort: an error in the page itself leaves words and a way on, not a white screen. */
import { Component, type ReactNode } from 'react'
import { en } from '../text/en'
import { zh } from '../text/zh'
import { parseView } from '../state/view'
import styles from './parts.module.css'

interface Props {
  children: ReactNode
  /** What stands in for the children instead, when there is something better to say. */
  instead?: ReactNode
}

export class Crash extends Component<Props, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    if (this.props.instead) return this.props.instead
    const words = parseView(location.search).language === 'en' ? en : zh
    return (
      <div className={styles.state} role="alert">
        <p>{words.crashed}</p>
        <button type="button" className={styles.button} onClick={() => location.reload()}>
          {words.reload}
        </button>
      </div>
    )
  }
}
