/** The tools over the map: what to do now, how large it is, and the verbs. */
import { Layer, Source } from '@vis.gl/react-maplibre'
import type { Polygon } from 'geojson'
import type { Map as MapLibre } from 'maplibre-gl'
import { useState } from 'react'
import { useDeskWords } from '../../text/useDeskWords'
import { useView } from '../../state/useView'
import styles from './drawing.module.css'
import { Lengths } from './Lengths'
import { measures } from './measure'
import { useDraw } from './useDraw'
import { useWalk } from './useWalk'
import { Verbs } from './Verbs'

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
  const [walking, setWalking] = useState(false)
  const { trace, failed } = useWalk(walking)
  const walked: Polygon | null =
    trace.length > 2 ? { type: 'Polygon', coordinates: [[...trace, trace[0] ?? []]] } : null
  const shown = walking ? walked : shape
  const measured = shown && measures(shown)
  const hint = walking
    ? failed
      ? words.noPlace
      : words.walking
    : draw.removing
      ? words.howToRemove
      : draw.verb === 'select'
        ? words.howToEdit
        : draw.verb === 'freehand'
          ? words.howToFreehand
          : words.howToPolygon
  const number = (value: number) =>
    new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value)

  const arrive = () => {
    if (walked) draw.take(walked)
    setWalking(false)
  }

  return (
    <>
      <Source type="geojson" data={{ type: 'LineString', coordinates: trace }}>
        <Layer id="walked" type="line" paint={{ 'line-color': color, 'line-width': 4 }} />
      </Source>
      <Lengths shape={shown} color={color} say={(metres) => `${number(metres)} m`} />
      <div className={styles.tools} role="toolbar" aria-label={words.drawArea}>
        <p>
          {measured && measured.area > 0.5
            ? words.measures(number(measured.area), number(measured.around))
            : hint}
        </p>
        {walking ? (
          <div>
            <button type="button" onClick={() => setWalking(false)}>
              {words.cancel}
            </button>
            <button type="button" className={styles.main} disabled={!walked} onClick={arrive}>
              {words.finish}
            </button>
          </div>
        ) : (
          <Verbs draw={draw} walk={() => setWalking(true)} />
        )}
      </div>
    </>
  )
}
