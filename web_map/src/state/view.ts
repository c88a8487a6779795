/** What the page shows, and how it is written in the URL: view, filters, selection, language. */

import { deskNamed, type DeskName } from '../shell/desks'

export type Language = 'zh' | 'en'
export type ThemeName = 'stage' | 'progress' | 'funding' | 'closures'
export const THEMES: readonly ThemeName[] = ['stage', 'progress', 'funding', 'closures']

export const SHAPES = ['map', 'list', 'money'] as const
export type Shape = (typeof SHAPES)[number]

export interface Camera {
  zoom: number
  latitude: number
  longitude: number
}

export interface View {
  language: Language
  shape: Shape
  theme: ThemeName
  q: string
  division: string
  phases: string[]
  year: number | null
  closures: boolean
  unmapped: boolean
  /** Only what lies in the map's window. */
  here: boolean
  /** What lies below: the platform's own ground, or the operator's raster map. */
  basemap: 'own' | 'outside'
  sort: string
  community: number | null
  building: number | null
  /** The desk of those who are signed in, the part of it that is open, and the site chosen there. */
  desk: DeskName | null
  part: string
  site: number | null
  /** The page of those who hold the code of a letter; the code itself stands in no address. */
  code: boolean
  camera: Camera | null
}

export const FIRST_VIEW: View = {
  language: 'zh',
  shape: 'map',
  theme: 'stage',
  q: '',
  division: '',
  phases: [],
  year: null,
  closures: false,
  unmapped: false,
  here: false,
  basemap: 'own',
  sort: 'name',
  community: null,
  building: null,
  desk: null,
  part: '',
  site: null,
  code: false,
  camera: null,
}

/** The parts of a view that narrow the communities shown. */
export const NO_FILTER: Partial<View> = {
  q: '',
  division: '',
  phases: [],
  year: null,
  closures: false,
  unmapped: false,
  here: false,
}

export function parseView(search: string): View {
  const query = new URLSearchParams(search)
  const text = (name: string) => query.get(name) ?? ''
  return {
    language: text('lang') === 'en' ? 'en' : 'zh',
    shape: SHAPES.find((shape) => shape === text('view')) ?? 'map',
    theme: THEMES.find((theme) => theme === text('theme')) ?? 'stage',
    q: text('q'),
    division: /^\d+$/.test(text('division')) ? text('division') : '',
    phases: text('phase').split(',').filter(Boolean),
    year: whole(text('year')),
    closures: query.has('closures'),
    unmapped: query.has('unmapped'),
    here: query.has('here'),
    basemap: text('basemap') === 'outside' ? 'outside' : 'own',
    sort: /^-?[a-z_]+$/.test(text('sort')) ? text('sort') : FIRST_VIEW.sort,
    community: whole(text('community')),
    building: whole(text('building')),
    desk: deskNamed(text('desk')),
    part: /^[a-z]+(\/[a-z0-9_]+){0,4}$/.test(text('part')) ? text('part') : '',
    site: whole(text('site')),
    code: query.has('code'),
    camera: parseCamera(text('at')),
  }
}

/** The URL's search part; what is as at first is left out, so that links stay short. */
export function writeView(view: View): string {
  const query = new URLSearchParams()
  const put = (name: string, value: string | null, usual = '') => {
    if (value !== null && value !== usual) query.set(name, value)
  }
  put('lang', view.language, FIRST_VIEW.language)
  put('view', view.shape, FIRST_VIEW.shape)
  put('theme', view.theme, FIRST_VIEW.theme)
  put('q', view.q)
  put('division', view.division)
  put('phase', view.phases.join(','))
  put('year', decimal(view.year))
  put('closures', view.closures ? 'today' : null)
  put('unmapped', view.unmapped ? 'true' : null)
  put('here', view.here ? 'true' : null)
  put('basemap', view.basemap, FIRST_VIEW.basemap)
  put('sort', view.sort, FIRST_VIEW.sort)
  put('community', decimal(view.community))
  put('building', decimal(view.building))
  put('desk', view.desk)
  put('part', view.part)
  put('site', decimal(view.site))
  if (view.code) query.set('code', '')
  put('at', view.camera && writeCamera(view.camera))
  const written = query.toString().replaceAll('%2C', ',').replaceAll('%2F', '/')
  return written && `?${written}`
}

/** A number that is none of ours is no number: a hand-made link must not break the page. */
function whole(text: string): number | null {
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null
}

function parseCamera(text: string): Camera | null {
  const [zoom, latitude, longitude] = text.split('/').map(Number)
  const sound =
    zoom !== undefined &&
    latitude !== undefined &&
    longitude !== undefined &&
    zoom >= 0 &&
    zoom <= 24 &&
    Math.abs(latitude) <= 85 &&
    Math.abs(longitude) <= 180
  return sound ? { zoom, latitude, longitude } : null
}

function writeCamera({ zoom, latitude, longitude }: Camera): string {
  return `${zoom.toFixed(2)}/${latitude.toFixed(5)}/${longitude.toFixed(5)}`
}

function decimal(value: number | null): string | null {
  return value === null ? null : String(value)
}
