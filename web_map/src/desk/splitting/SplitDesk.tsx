/** Splitting a perimeter or its work area by a line: the pieces are seen before they are kept. */
import type { Polygon, Position } from 'geojson'
import type { Map as MapLibre } from 'maplibre-gl'
import { useCallback, useMemo, useState } from 'react'
import type { Item } from '../../api/items'
import { Chip } from '../../parts/Chip'
import { IconButton } from '../../parts/IconButton'
import { useView } from '../../state/useView'
import { useDeskWords } from '../../text/useDeskWords'
import desk from '../desk.module.css'
import { measures } from '../drawing/measure'
import type { Perimeter } from '../items'
import { put } from '../keeping/queue'
import { boxOfShapes, piecesShown, shapes } from '../map/collections'
import { PIECES } from '../map/colors'
import { DeskMap } from '../map/DeskMap'
import { Tapped } from '../map/Tapped'
import styles from './splitting.module.css'
import { pieces } from './pieces'
import { writesOf, type Splittable } from './saving'
import { useCut } from './useCut'

interface Props {
  owner: string
  perimeter: Perimeter
  /** Null when the perimeter has none, or one that is not ours to change. */
  area: Item<object, Polygon> | null
  around: Polygon[]
  done: () => void
}

export default function SplitDesk({ owner, perimeter, area, around, done }: Props) {
  const words = useDeskWords()
  const { language } = useView()
  const [layer, setLayer] = useState<Splittable>('warning_perimeters')
  const [line, setLine] = useState<Position[]>([])
  const whole = layer === 'work_areas' && area ? area : perimeter
  const parts = useMemo(() => pieces(whole.geometry, line), [whole, line])
  const box = boxOfShapes([whole.geometry])
  const add = useCallback((position: Position) => setLine((before) => [...before, position]), [])
  const metres = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
  const split = parts.length > 1
  const choose = (chosen: Splittable) => {
    setLayer(chosen)
    setLine([])
  }
  const save = () => {
    void put(owner, writesOf(owner, layer, whole, parts))
    done()
  }
  return (
    <div className={desk.desk}>
      <div className={desk.map}>
        {box && (
          <DeskMap
            box={box}
            shown={{
              'desk-areas': shapes(split ? null : whole.geometry),
              'desk-pieces': piecesShown(split ? parts : []),
            }}
          >
            {(map) => <Cut map={map} around={around} line={line} add={add} />}
          </DeskMap>
        )}
      </div>
      <section className={desk.panel} data-step="form" aria-label={words.split}>
        <div className={desk.head}>
          <h2>{words.split}</h2>
          <IconButton icon="close" label={words.cancel} onClick={done} />
        </div>
        {area && (
          <div className={styles.what} role="group" aria-label={words.splitWhat}>
            <Chip on={layer === 'warning_perimeters'} toggle={() => choose('warning_perimeters')}>
              {words.perimeters}
            </Chip>
            <Chip on={layer === 'work_areas'} toggle={() => choose('work_areas')}>
              {words.workArea}
            </Chip>
          </div>
        )}
        {split ? (
          <ol className={styles.pieces}>
            {parts.map((part, n) => (
              <li key={n}>
                <i style={{ background: PIECES[n % PIECES.length] }} />
                {words.piece(n + 1, metres.format(measures(part).area))}
              </li>
            ))}
          </ol>
        ) : (
          <p>{line.length < 2 ? words.howToSplit : words.splitsNothing}</p>
        )}
        {split && (
          <p className={desk.soft}>
            {perimeter.visibility === 'draft' ? words.splitDraft : words.splitPublished}
          </p>
        )}
        <div className={desk.actions}>
          <button
            type="button"
            disabled={line.length === 0}
            onClick={() => setLine(line.slice(0, -1))}
          >
            {words.undo}
          </button>
          <button type="button" className={desk.main} disabled={!split} onClick={save}>
            {words.splitInto(parts.length)}
          </button>
        </div>
      </section>
    </div>
  )
}

interface Cutting {
  map: MapLibre
  around: Polygon[]
  line: Position[]
  add: (position: Position) => void
}

function Cut({ map, around, line, add }: Cutting) {
  useCut(map, around, add)
  return <Tapped places={line} />
}
