/** One verb at a time, in reach of the thumb: corners, freehand, edit, undo, redo, remove, done. */
import type { Polygon } from 'geojson'
import type { Map as MapLibre } from 'maplibre-gl'
import { useState } from 'react'
import { Icon } from '../../icons/Icon'
import { useDeskWords } from '../../text/useDeskWords'
import { useView } from '../../state/useView'
import styles from './drawing.module.css'
import { measures } from './measure'
import { useDraw } from './useDraw'

interface Props {
  map: MapLibre
  first: Polygon | null
  color: string
  around: Polygon[]
  changed: (shape: Polygon | null, whole: boolean) => void
}

export function DrawTools({ map, first, color, around, changed }: Props) {
  const words = useDeskWords()
  const { language } = useView()
  const [shape, setShape] = useState(first)
  const draw = useDraw({
    map,
    first,
    color,
    around,
    changed: (found, whole) => {
      setShape(found)
      changed(found, whole)
    },
  })
  const measured = shape && measures(shape)
  const hint = draw.removing
    ? words.howToRemove
    : draw.verb === 'select'
      ? words.howToEdit
      : draw.verb === 'freehand'
        ? words.howToFreehand
        : words.howToPolygon
  const number = (value: number) =>
    new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value)

  return (
    <div className={styles.tools} role="toolbar" aria-label={words.drawArea}>
      <p>
        {measured && measured.area > 0.5
          ? words.measures(number(measured.area), number(measured.around))
          : hint}
      </p>
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
          (['polygon', 'freehand'] as const).map((verb) => (
            <button
              key={verb}
              type="button"
              aria-pressed={draw.verb === verb}
              onClick={() => draw.redraw(verb)}
            >
              {words[verb]}
            </button>
          ))
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
    </div>
  )
}
