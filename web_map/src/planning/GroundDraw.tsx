/** Draws the ground that is looked at: corner after corner, then done. */
import type { Polygon } from 'geojson'
import type { Map as MapLibre } from 'maplibre-gl'
import { useEffect, useRef } from 'react'
import { TerraDraw, TerraDrawPolygonMode, ValidateNotSelfIntersecting } from 'terra-draw'
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter'
import parts from '../parts/parts.module.css'
import { usePlanningWords } from '../text/usePlanningWords'
import styles from './map.module.css'

interface Props {
  map: MapLibre
  done: (shape: Polygon | null) => void
}

export default function GroundDraw({ map, done }: Props) {
  const words = usePlanningWords()
  const told = useRef(done)
  useEffect(() => {
    told.current = done
  })
  useEffect(() => {
    const draw = new TerraDraw({
      adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: 6 }),
      modes: [
        new TerraDrawPolygonMode({
          validation: (shape, { updateType }) =>
            (updateType as string) === 'finish'
              ? ValidateNotSelfIntersecting(shape)
              : { valid: true },
          styles: {
            outlineColor: '#1d2733',
            fillColor: '#1d2733',
            fillOpacity: 0.08,
            closingPointColor: '#1d2733',
          },
        }),
      ],
    })
    draw.start()
    draw.setMode('polygon')
    draw.on('finish', (id) => {
      const shape = draw.getSnapshotFeature(id)?.geometry
      told.current(shape?.type === 'Polygon' ? shape : null)
    })
    return () => draw.stop()
  }, [map])

  return (
    <div className={styles.tools}>
      <p>{words.drawHint}</p>
      <button
        type="button"
        className={parts.button}
        // Terra-draw ends a shape by a key.
        onClick={() =>
          map.getCanvas().dispatchEvent(new KeyboardEvent('keyup', { key: 'Enter', bubbles: true }))
        }
      >
        {words.drawDone}
      </button>
      <button type="button" className={parts.button} onClick={() => done(null)}>
        {words.cancel}
      </button>
    </div>
  )
}
