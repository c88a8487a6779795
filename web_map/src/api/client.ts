/** The service's answers, typed by its own OpenAPI; what goes wrong is thrown as a `Problem`. */
import type { Geometry } from 'geojson'
import { heard } from './kept'
import type { paths, Seen, Sightings } from './schema.gen'

/** A refusal in the service's own words (problem+json), or status 0 when it was not reached. */
export class Problem extends Error {
  readonly status: number
  readonly told: Told

  constructor(status: number, message: string, told: Told = {}) {
    super(message)
    this.status = status
    this.told = told
  }
}

export interface Reason {
  code: string
  field: string | null
  message: string
  citation: string | null
  severity: string
  geometry: Geometry | null
}

/** What a refusal holds beside its words: everything that is wrong, and the version that stands. */
export interface Told {
  detail?: unknown
  problems?: Reason[]
  current?: unknown
  choices?: { options: Record<string, string>; consequence: { zh: string; en: string } }[]
}

type Get<Path extends keyof paths> = paths[Path] extends { get: infer Operation }
  ? Operation
  : never

type Query<Path extends keyof paths> =
  Get<Path> extends { parameters: { query?: infer Q } } ? NonNullable<Q> : never

type Answer<Path extends keyof paths> =
  Get<Path> extends { responses: { 200: { content: { 'application/json': infer A } } } } ? A : never

export type OverviewQuery = Query<'/api/overview'>
export type CommunitiesQuery = Query<'/api/communities'>

export async function get<T>(path: string, query: object = {}): Promise<T> {
  const written = new URLSearchParams(
    Object.entries(query).map(([name, value]) => [name, String(value)]),
  ).toString()
  return (await (await ask(written ? `${path}?${written}` : path)).json()) as T
}

/** The answer, if it is a good one. Throws `Problem`. */
export async function ask(
  path: string,
  request: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> } = {},
): Promise<Response> {
  const response = await fetch(path, {
    ...request,
    headers: { 'Accept-Language': document.documentElement.lang, ...request.headers },
  }).catch(() => {
    throw new Problem(0, '')
  })
  heard(path, response)
  if (response.ok) return response
  // A proxy in between answers with a page of its own, not with problem+json.
  const told = (await response.json().catch(() => ({}))) as Told & { title?: string }
  throw new Problem(
    response.status,
    typeof told.detail === 'string' ? told.detail : (told.title ?? response.statusText),
    told,
  )
}

/** Sends JSON; answers what the service made of it. Throws `Problem`. */
export async function tell<T>(
  method: string,
  path: string,
  body: object,
  headers: Record<string, string> = {},
): Promise<T> {
  const response = await ask(path, {
    method,
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  return (await response.json()) as T
}

export const getCatalogue = () => get<Answer<'/api/catalogue'>>('/api/catalogue')

export const getOverview = (query: OverviewQuery) =>
  get<Answer<'/api/overview'>>('/api/overview', query)

export const getCommunities = (query: CommunitiesQuery) =>
  get<Answer<'/api/communities'>>('/api/communities', query)

export const getCard = (id: number) =>
  get<Answer<'/api/communities/{id}/card'>>(`/api/communities/${id}/card`)

export const getClosures = (bbox: string) => get<Answer<'/api/closures'>>('/api/closures', { bbox })

export const sayOfClosure = (id: number, seen: Seen) =>
  tell<Sightings>('POST', `/api/closures/${id}/sightings`, { seen })

export const getSession = () => get<Answer<'/api/session'>>('/api/session')
