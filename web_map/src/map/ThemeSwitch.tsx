/** 阶段 | 进度 | 资金 | 今日围挡. */
import { THEMES } from '../state/view'
import { changeView, useView } from '../state/useView'
import { useWords } from '../text/useWords'
import styles from './map.module.css'

export function ThemeSwitch() {
  const words = useWords()
  const { theme } = useView()
  return (
    <div className={styles.themes} role="group" aria-label={words.themes}>
      {THEMES.map((choice) => (
        <button
          key={choice}
          type="button"
          aria-pressed={theme === choice}
          onClick={() => changeView({ theme: choice })}
        >
          {words.theme[choice]}
        </button>
      ))}
    </div>
  )
}
