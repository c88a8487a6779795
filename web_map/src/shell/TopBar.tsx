/** Name, map or list, theme of the page, language. */
import mark from '../assets/mark.svg'
import { Icon } from '../icons/Icon'
import { IconButton } from '../parts/IconButton'
import { useNarrow } from '../state/useDevice'
import { chooseFlavour, useFlavour } from '../state/useFlavour'
import { changeView, useView } from '../state/useView'
import { SHAPES } from '../state/view'
import { useWords } from '../text/useWords'
import { Account } from './Account'
import styles from './shell.module.css'

export function TopBar() {
  const words = useWords()
  const { shape, language, desk, code } = useView()
  const narrow = useNarrow()
  const dark = useFlavour() === 'dark'

  return (
    <header className={styles.bar}>
      <img src={mark} alt="" width={28} height={28} />
      <h1>{words.title}</h1>
      <div className={styles.switch} role="group" aria-label={words.shapeSwitch}>
        {SHAPES.map((choice) => (
          <button
            key={choice}
            type="button"
            aria-pressed={!desk && !code && shape === choice}
            onClick={() =>
              changeView({ shape: choice, desk: null, part: '', site: null, code: false })
            }
          >
            {!narrow && <Icon name={choice} />}
            {words[choice]}
          </button>
        ))}
      </div>
      {/* A phone has this choice in its own settings, and no room for it here. */}
      {!narrow && (
        <IconButton
          icon={dark ? 'sun' : 'moon'}
          label={dark ? words.light : words.dark}
          onClick={() => chooseFlavour(dark ? 'light' : 'dark')}
        />
      )}
      <button
        type="button"
        className={styles.language}
        lang={language === 'zh' ? 'en' : 'zh-CN'}
        title={words.languageHint}
        onClick={() => changeView({ language: language === 'zh' ? 'en' : 'zh' }, 'replace')}
      >
        {narrow ? words.languageShort : words.language}
      </button>
      <Account />
    </header>
  )
}
