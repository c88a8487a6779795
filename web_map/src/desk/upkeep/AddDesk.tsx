/** One more shift, storage or reception point: its place by a tap, its words by a form. */
import { Marker } from '@vis.gl/react-maplibre'
import type { Map as MapLibre, MapMouseEvent } from 'maplibre-gl'
import { useEffect, useState } from 'react'
import { IconButton } from '../../parts/IconButton'
import { useDeskWords } from '../../text/useDeskWords'
import desk from '../desk.module.css'
import { LayerForm, type Values } from '../form/LayerForm'
import type { Site } from '../items'
import { planned, put } from '../keeping/queue'
import { boxOfShapes, shapes } from '../map/collections'
import { DeskMap } from '../map/DeskMap'
import type { Kind } from './kinds'

interface Props {
  site: Site
  owner: string
  kind: Kind
  done: () => void
}

type Place = [longitude: number, latitude: number]

export function AddDesk({ site, owner, kind, done }: Props) {
  const words = useDeskWords()
  const [place, setPlace] = useState<Place | null>(null)
  const [values, setValues] = useState<Values>({})
  const box = boxOfShapes([site.geometry])
  const title = {
    duty_shifts: words.addShift,
    material_storage: words.addStorage,
    reception_points: words.addReception,
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
        geometry: place && { type: 'Point', coordinates: place },
        properties: { ...properties, site: site.id },
        visibility: 'published',
      },
    })
    void put(owner, [write])
    done()
  }
  const missing = kind.placed && !place
  return (
    <div className={desk.desk}>
      <div className={desk.map}>
        {box && (
          <DeskMap box={box} shown={{ 'desk-sites': shapes(site.geometry) }}>
            {(map) => kind.placed && <Placing map={map} place={place} set={setPlace} />}
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
            {words.tapToPlace}
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

function Placing(props: { map: MapLibre; place: Place | null; set: (place: Place) => void }) {
  const { map, place, set } = props
  useEffect(() => {
    const tap = ({ lngLat }: MapMouseEvent) => set([lngLat.lng, lngLat.lat])
    map.on('click', tap)
    return () => void map.off('click', tap)
  }, [map, set])
  return place && <Marker longitude={place[0]} latitude={place[1]} />
}
