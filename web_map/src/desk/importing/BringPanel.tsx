/** Bringing a shape from a file: which file, which areas it holds, what one of them is to be. */
import type { Polygon } from 'geojson'
import { useEffect, useRef } from 'react'
import { IconButton } from '../../parts/IconButton'
import { useView } from '../../state/useView'
import { useDeskWords } from '../../text/useDeskWords'
import desk from '../desk.module.css'
import { measures } from '../drawing/measure'
import styles from './importing.module.css'
import type { Brought } from './useBrought'

/** What the service reads; a phone's chooser goes by the suffix. */
const SUFFIXES = '.geojson,.json,.zip,.gpkg,.fgb,.csv,.xlsx'

interface Props {
  brought: Brought
  use: (shape: Polygon, as: 'area' | 'perimeter') => void
  close: () => void
}

export function BringPanel({ brought, use, close }: Props) {
  const words = useDeskWords()
  const { areas, told, chosen, failed, reading } = brought
  const shape = chosen === null ? null : areas[chosen]?.shape
  return (
    <section className={desk.panel} aria-label={words.fromFile}>
      <div className={desk.head}>
        <h2>{words.fromFile}</h2>
        <IconButton icon="close" label={words.cancel} onClick={close} />
      </div>
      <label className={styles.file}>
        {told ? words.otherFile : words.chooseFile}
        <input
          type="file"
          accept={SUFFIXES}
          disabled={reading}
          onChange={({ target }) => {
            const [file] = target.files ?? []
            if (file) brought.bring(file)
            // The same file may be chosen again once it is mended.
            target.value = ''
          }}
        />
      </label>
      {!told && !failed && (
        <p className={desk.soft} role="status">
          {reading ? words.readingFile : words.whichFiles}
        </p>
      )}
      {failed && <Trouble brought={brought} />}
      {told && (
        <p role="status">
          {areas.length > 0 ? words.areasFound(areas.length) : words.noAreas(told.left_out)}
          <small className={desk.soft}>
            {words.placedAs(told.crs, told.how)}
            {told.warnings.join(' ')}
          </small>
        </p>
      )}
      {areas.length > 0 && <Areas brought={brought} />}
      {areas.length > 0 && (
        <div className={desk.actions}>
          <button type="button" disabled={!shape} onClick={() => shape && use(shape, 'perimeter')}>
            {words.asPerimeter}
          </button>
          <button
            type="button"
            className={desk.main}
            disabled={!shape}
            onClick={() => shape && use(shape, 'area')}
          >
            {words.asArea}
          </button>
        </div>
      )}
    </section>
  )
}

/** Why the file is not taken; where it only leaves something open, the answers to choose from. */
function Trouble({ brought: { failed, choices, answer } }: { brought: Brought }) {
  const words = useDeskWords()
  const { language } = useView()
  return (
    <div role="alert">
      <p>{failed?.status === 0 ? words.fileNeedsNetwork : failed?.message}</p>
      <div className={styles.choices}>
        {choices.map((choice) => {
          const [stated] = Object.values(choice.options)
          return (
            <button key={JSON.stringify(choice.options)} onClick={() => answer(choice)}>
              <strong>{words.systems[stated ?? ''] ?? stated}</strong>
              <small>{choice.consequence[language]}</small>
            </button>
          )
        })}
      </div>
    </div>
  )
}

function Areas({ brought: { areas, chosen, choose } }: { brought: Brought }) {
  const words = useDeskWords()
  const { language } = useView()
  const marked = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    marked.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 0 })
  return (
    <div className={styles.areas} role="group" aria-label={words.tapOne}>
      {areas.map(({ row, shape }, index) => (
        <button
          key={index}
          ref={index === chosen ? marked : null}
          type="button"
          aria-pressed={index === chosen}
          onClick={() => choose(index)}
        >
          {words.rowOfFile(row, number.format(measures(shape).area))}
        </button>
      ))}
    </div>
  )
}
