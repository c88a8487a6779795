/** One more shift, storage, reception point or passage: its place by taps, its words by a form. */
import type { Geometry, Position } from 'geojson'
import type { Map as MapLibre, MapMouseEvent } from 'maplibre-gl'
import { useCallback, useEffect, useState } from 'react'
import { IconButton } from '../../parts/IconButton'
import { useDeskWords } from '../../text/useDeskWords'
import desk from '../desk.module.css'
import { LayerForm, type Values } from '../../forms/LayerForm'
import type { Site } from '../items'
import { planned, put } from '../keeping/queue'
import { boxOfShapes, shapes } from '../map/collections'
import { DeskMap } from '../map/DeskMap'
import { Tapped } from '../map/Tapped'
import type { Kind } from './kinds'

interface Props {
  site: Site
  owner: string
  kind: Kind
  done: () => void
}

export function AddDesk({ site, owner, kind, done }: Props) {
  const words = useDeskWords()
  const [taps, setTaps] = useState<Position[]>([])
  const [values, setValues] = useState<Values>({})
  const box = boxOfShapes([site.geometry])
  const title = {
    duty_shifts: words.addShift,
    material_storage: words.addStorage,
    reception_points: words.addReception,
    passages: words.addPassage,
  }[kind.layer]
  const save = (properties: Values) => {
    const name = properties.name ?? properties.officer
    const write = planned(owner, {
      method: 'POST',
      layer: kind.layer,
      id: null,
      version: null,
      label: typeof name === 'string' ? name : title,
      body: {
        geometry: placeOf(kind, taps),
        properties: { ...properties, site: site.id },
        visibility: 'published',
      },
    })
    void put(owner, [write])
    done()
  }
  const missing = taps.length < kind.taps
  const tap = useCallback(
    // A point is moved by the next tap, a line goes on with it.
    (at: Position) => setTaps((before) => (kind.taps === 1 ? [at] : [...before, at])),
    [kind],
  )
  return (
    <div className={desk.desk}>
      <div className={desk.map}>
        {box && (
          <DeskMap box={box} shown={{ 'desk-sites': shapes(site.geometry) }}>
            {(map) => kind.taps > 0 && <Placing map={map} taps={taps} tap={tap} />}
          </DeskMap>
        )}
      </div>
      <section className={desk.panel} data-step="form" aria-label={title}>
        <div className={desk.head}>
          <h2>{title}</h2>
          <IconButton icon="close" label={words.cancel} onClick={done} />
        </div>
        {missing && (
          <p className={desk.note} data-kind="warning">
            {kind.taps === 1 ? words.tapToPlace : words.tapAlong}
          </p>
        )}
        <LayerForm
          layer={kind.layer}
          fields={kind.fields}
          required={kind.required}
          values={values}
          changed={setValues}
          submit={save}
        >
          <div className={desk.actions}>
            <button type="submit" className={desk.main} disabled={missing}>
              {words.save}
            </button>
          </div>
        </LayerForm>
      </section>
    </div>
  )
}

function placeOf(kind: Kind, taps: Position[]): Geometry | null {
  if (kind.taps === 0) return null
  if (kind.taps === 1) return { type: 'Point', coordinates: taps[0] ?? [] }
  return { type: 'LineString', coordinates: taps }
}

interface Tapping {
  map: MapLibre
  taps: Position[]
  tap: (at: Position) => void
}

function Placing({ map, taps, tap }: Tapping) {
  useEffect(() => {
    const tapped = ({ lngLat }: MapMouseEvent) => tap([lngLat.lng, lngLat.lat])
    map.on('click', tapped)
    return () => void map.off('click', tapped)
  }, [map, tap])
  return <Tapped places={taps} />
}
