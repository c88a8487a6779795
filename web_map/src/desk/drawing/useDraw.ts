/** Drawing and editing one polygon on the map with terra-draw. */
import type { Polygon, Position } from 'geojson'
import type { Map as MapLibre } from 'maplibre-gl'
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import {
  TerraDraw,
  TerraDrawFreehandMode,
  TerraDrawModeUndoRedo,
  TerraDrawPolygonMode,
  TerraDrawSelectMode,
  TerraDrawSessionUndoRedo,
  ValidateNotSelfIntersecting,
  type GeoJSONStoreFeatures,
  type HexColor,
  type SnapToCustom,
} from 'terra-draw'
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter'
import { snapped } from './snap'
import { nearestCorner, withoutCorner } from './corners'

export type Verb = 'polygon' | 'freehand' | 'select'

export interface Drawing {
  verb: Verb
  canUndo: boolean
  canRedo: boolean
  removing: boolean
  finish: () => void
  undo: () => void
  redo: () => void
  redraw: (verb: 'polygon' | 'freehand') => void
  /** Goes on with a shape that came from elsewhere. */
  take: (shape: Polygon) => void
  setRemoving: (on: boolean) => void
}

/** A fingertip covers more than a pixel. */
const REACH_PX = 32
/** Nearer than a corner of a shed: only a tap that is meant closes a shape. */
const CLOSES_PX = 14

interface Wish {
  map: MapLibre
  first: Polygon | null
  color: string
  around: Polygon[]
  /** `whole` once the shape is closed: before that it is only on its way. */
  changed: (shape: Polygon | null, whole: boolean) => void
}

export function useDraw({ map, first, color, around, changed }: Wish): Drawing {
  const draw = useRef<TerraDraw>(null)
  const begun = useRef(first)
  const holes = useRef(first?.coordinates.slice(1) ?? [])
  const told = useRef(changed)
  const edges = useRef(around)
  const [verb, setVerb] = useState<Verb>(first ? 'select' : 'polygon')
  const [history, setHistory] = useState({ canUndo: false, canRedo: false })
  const [removing, setRemoving] = useState(false)

  useEffect(() => {
    told.current = changed
    edges.current = around
  })

  // Undone before the map is taken away, which a plain effect would come too late for.
  useLayoutEffect(() => {
    const made = created(map, color, (event, { project }) =>
      snapped({ x: event.containerX, y: event.containerY }, edges.current, project),
    )
    draw.current = made
    const tell = () => {
      told.current(shapeOf(made, holes.current), made.getMode() === 'select')
      setHistory({ canUndo: made.canUndo(), canRedo: made.canRedo() })
    }
    made.start()
    if (begun.current) {
      edit(made, begun.current)
    } else made.setMode('polygon')
    made.on('change', tell)
    made.on('history', tell)
    made.on('finish', (id, { action }) => {
      if (action !== 'draw') return
      made.setMode('select')
      made.selectFeature(id)
      setVerb('select')
      tell()
    })
    return () => {
      begun.current = shapeOf(made, holes.current)
      made.stop()
      draw.current = null
    }
  }, [map, color])

  useEffect(() => {
    if (!removing) return
    const tap = ({ point }: { point: { x: number; y: number } }) => {
      const made = draw.current
      const feature = made?.getSnapshot().find(({ geometry }) => geometry.type === 'Polygon')
      if (!made || feature?.id === undefined) return
      const shape = feature.geometry as Polygon
      const corner = nearestCorner(shape, point, (at) => map.project(at), REACH_PX)
      const left = corner === null ? null : withoutCorner(shape, corner)
      if (!left) return
      made.updateFeatureGeometry(feature.id, left)
      setRemoving(false)
    }
    map.on('click', tap)
    return () => void map.off('click', tap)
  }, [map, removing])

  return {
    verb,
    ...history,
    removing,
    setRemoving,
    // Terra-draw ends a shape by a key, which a phone has not.
    finish: useCallback(() => {
      const key = new KeyboardEvent('keyup', { key: 'Enter', bubbles: true })
      map.getCanvas().dispatchEvent(key)
    }, [map]),
    undo: () => void draw.current?.undo(),
    redo: () => void draw.current?.redo(),
    redraw: (wanted) => {
      draw.current?.clear()
      holes.current = []
      draw.current?.setMode(wanted)
      setVerb(wanted)
      told.current(null, false)
    },
    take: (shape) => {
      const made = draw.current
      if (!made) return
      made.clear()
      holes.current = []
      edit(made, shape)
      setVerb('select')
      told.current(shapeOf(made, holes.current), true)
    },
  }
}

/** Terra-draw knows outer rings alone; a building inside of a perimeter stays cut out of it. */
function shapeOf(draw: TerraDraw, holes: Position[][]): Polygon | null {
  const features = draw.getSnapshot().filter(({ geometry }) => geometry.type === 'Polygon')
  const found = features.at(-1)?.geometry as Polygon | undefined
  return found ? { ...found, coordinates: [...found.coordinates, ...holes] } : null
}

function edit(draw: TerraDraw, shape: Polygon): void {
  const id = draw.getFeatureId()
  const feature: GeoJSONStoreFeatures = {
    type: 'Feature',
    id,
    geometry: {
      ...shape,
      coordinates: shape.coordinates.slice(0, 1).map((ring) => ring.map(rounded)),
    },
    properties: { mode: 'polygon' },
  }
  draw.addFeatures([feature])
  draw.setMode('select')
  draw.selectFeature(id)
}

/** Terra-draw refuses more digits than nine. */
function rounded(position: number[]): number[] {
  return position.map((degree) => Number(degree.toFixed(9)))
}

function created(map: MapLibre, name: string, toCustom: SnapToCustom): TerraDraw {
  const color = name as HexColor
  const styles = { fillColor: color, outlineColor: color, fillOpacity: 0.2, outlineWidth: 3 }
  const validation = ValidateNotSelfIntersecting
  return new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: 9 }),
    undoRedo: {
      modeLevel: new TerraDrawModeUndoRedo(),
      sessionLevel: new TerraDrawSessionUndoRedo(),
    },
    modes: [
      new TerraDrawPolygonMode({
        snapping: { toCustom },
        pointerDistance: CLOSES_PX,
        showCoordinatePoints: true,
        styles,
      }),
      new TerraDrawFreehandMode({ minDistance: 12, styles }),
      new TerraDrawSelectMode({
        pointerDistance: REACH_PX,
        allowManualDeselection: false,
        styles: {
          selectedPolygonColor: color,
          selectedPolygonOutlineColor: color,
          selectedPolygonFillOpacity: 0.2,
          selectedPolygonOutlineWidth: 3,
          selectionPointColor: '#ffffff',
          selectionPointOutlineColor: color,
          selectionPointOutlineWidth: 3,
          selectionPointWidth: 8,
          midPointColor: color,
          midPointWidth: 4,
        },
        flags: Object.fromEntries(
          ['polygon', 'freehand'].map((mode) => [
            mode,
            {
              feature: {
                draggable: false,
                selfIntersectable: false,
                validation: (shape: GeoJSONStoreFeatures) => validation(shape),
                coordinates: {
                  draggable: true,
                  deletable: true,
                  midpoints: { draggable: true },
                  snappable: { toCustom },
                },
              },
            },
          ]),
        ),
      }),
    ],
  })
}
