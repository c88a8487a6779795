/** What the desk paints over the ground, from the bottom to the top. */
import type { LayerProps } from '@vis.gl/react-maplibre'
import type { ExpressionSpecification } from 'maplibre-gl'
import { MINE, RED, SOFT, THEIRS, WARNING } from './colors'

export type Overlay =
  | 'desk-sites'
  | 'desk-areas'
  | 'desk-perimeters'
  | 'desk-ghost'
  | 'desk-findings'
  | 'desk-pieces'
  | 'desk-brought'
  | 'desk-theirs'
  | 'desk-mine'
  | 'desk-refused'

interface Painted {
  name: Overlay
  layers: (LayerProps & { id: string })[]
}

const IS_POINT: ExpressionSpecification = ['==', ['geometry-type'], 'Point']
const BY_STATE: ExpressionSpecification = [
  'match',
  ['get', 'state'],
  ['suspended', 'lifted'],
  SOFT,
  ['unconfirmed', 'overdue'],
  WARNING,
  RED,
]

export const OVERLAYS: Painted[] = [
  {
    name: 'desk-sites',
    layers: [
      { id: 'site-fill', type: 'fill', paint: { 'fill-color': WARNING, 'fill-opacity': 0.1 } },
      {
        id: 'site-line',
        type: 'line',
        paint: { 'line-color': WARNING, 'line-width': 2, 'line-dasharray': [2, 2] },
      },
    ],
  },
  {
    name: 'desk-areas',
    layers: [
      { id: 'area-fill', type: 'fill', paint: { 'fill-color': WARNING, 'fill-opacity': 0.3 } },
    ],
  },
  {
    name: 'desk-perimeters',
    layers: [
      {
        id: 'perimeter-fill',
        type: 'fill',
        paint: {
          'fill-color': BY_STATE,
          'fill-opacity': ['case', ['get', 'chosen'], 0.35, 0.16],
        },
      },
      {
        id: 'perimeter-line',
        type: 'line',
        paint: {
          'line-color': BY_STATE,
          'line-width': ['case', ['get', 'chosen'], 4, 2],
        },
      },
    ],
  },
  {
    name: 'desk-ghost',
    layers: [
      { id: 'ghost-fill', type: 'fill', paint: { 'fill-color': RED, 'fill-opacity': 0.1 } },
      {
        id: 'ghost-line',
        type: 'line',
        paint: { 'line-color': RED, 'line-width': 2, 'line-dasharray': [3, 2] },
      },
    ],
  },
  {
    name: 'desk-findings',
    layers: [
      {
        id: 'finding-fill',
        type: 'fill',
        filter: ['==', ['geometry-type'], 'Polygon'],
        paint: { 'fill-color': ['get', 'color'], 'fill-opacity': 0.5 },
      },
      {
        id: 'finding-line',
        type: 'line',
        paint: { 'line-color': ['get', 'color'], 'line-width': 4 },
      },
      {
        id: 'finding-point',
        type: 'circle',
        filter: IS_POINT,
        paint: {
          'circle-color': ['get', 'color'],
          'circle-radius': 9,
          'circle-stroke-color': '#ffffff',
          'circle-stroke-width': 2,
        },
      },
    ],
  },
  {
    name: 'desk-pieces',
    layers: [
      {
        id: 'piece-fill',
        type: 'fill',
        paint: { 'fill-color': ['get', 'color'], 'fill-opacity': 0.6 },
      },
      { id: 'piece-line', type: 'line', paint: { 'line-color': '#ffffff', 'line-width': 2 } },
    ],
  },
  {
    name: 'desk-brought',
    layers: [
      {
        id: 'brought-fill',
        type: 'fill',
        paint: { 'fill-color': MINE, 'fill-opacity': ['case', ['get', 'chosen'], 0.5, 0.12] },
      },
      {
        id: 'brought-line',
        type: 'line',
        paint: { 'line-color': MINE, 'line-width': ['case', ['get', 'chosen'], 4, 2] },
      },
    ],
  },
  {
    name: 'desk-theirs',
    layers: [
      {
        id: 'theirs-line',
        type: 'line',
        paint: { 'line-color': THEIRS, 'line-width': 4, 'line-dasharray': [2, 1] },
      },
    ],
  },
  {
    name: 'desk-mine',
    layers: [
      { id: 'mine-fill', type: 'fill', paint: { 'fill-color': MINE, 'fill-opacity': 0.2 } },
      { id: 'mine-line', type: 'line', paint: { 'line-color': MINE, 'line-width': 3 } },
    ],
  },
  {
    name: 'desk-refused',
    layers: [
      {
        id: 'refused-fill',
        type: 'fill',
        filter: ['==', ['geometry-type'], 'Polygon'],
        paint: { 'fill-color': RED, 'fill-opacity': 0.5 },
      },
      { id: 'refused-line', type: 'line', paint: { 'line-color': RED, 'line-width': 4 } },
    ],
  },
]

/** The layers that answer a tap. */
export const PRESSED = ['perimeter-fill', 'site-fill', 'brought-fill']
