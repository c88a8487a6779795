/** One verb at a time, in reach of the thumb: corners, freehand, walk, undo, redo, remove, done. */
import { Icon } from '../../icons/Icon'
import { useDeskWords } from '../../text/useDeskWords'
import styles from './drawing.module.css'
import type { Drawing } from './useDraw'

export function Verbs({ draw, walk }: { draw: Drawing; walk: () => void }) {
  const words = useDeskWords()
  return (
    <div>
      {draw.verb === 'select' ? (
        <>
          <button type="button" onClick={() => draw.redraw('polygon')}>
            {words.redraw}
          </button>
          <button
            type="button"
            aria-pressed={draw.removing}
            onClick={() => draw.setRemoving(!draw.removing)}
          >
            {words.removeVertex}
          </button>
        </>
      ) : (
        <>
          {(['polygon', 'freehand'] as const).map((verb) => (
            <button
              key={verb}
              type="button"
              aria-pressed={draw.verb === verb}
              onClick={() => draw.redraw(verb)}
            >
              {words[verb]}
            </button>
          ))}
          {window.isSecureContext && (
            <button type="button" onClick={walk}>
              {words.walk}
            </button>
          )}
        </>
      )}
      <button type="button" aria-label={words.undo} disabled={!draw.canUndo} onClick={draw.undo}>
        <Icon name="undo" size={20} />
      </button>
      <button type="button" aria-label={words.redo} disabled={!draw.canRedo} onClick={draw.redo}>
        <Icon name="redo" size={20} />
      </button>
      {draw.verb === 'polygon' && (
        <button type="button" className={styles.main} onClick={draw.finish}>
          {words.finish}
        </button>
      )}
    </div>
  )
}
