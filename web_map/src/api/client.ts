/** The service's answers, typed by its own OpenAPI; what goes wrong is thrown as a `Problem`. */
import type { paths } from './schema.gen'

/** A refusal in the service's own words (problem+json), or status 0 when it was not reached. */
export class Problem extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
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

async function get<T>(path: string, query: object = {}): Promise<T> {
  const written = new URLSearchParams(
    Object.entries(query).map(([name, value]) => [name, String(value)]),
  ).toString()
  const response = await fetch(written ? `${path}?${written}` : path, {
    headers: { 'Accept-Language': document.documentElement.lang },
  }).catch(() => {
    throw new Problem(0, '')
  })
  if (response.ok) return (await response.json()) as T
  // A proxy in between answers with a page of its own, not with problem+json.
  const told = (await response.json().catch(() => ({}))) as { title?: string; detail?: unknown }
  throw new Problem(
    response.status,
    typeof told.detail === 'string' ? told.detail : (told.title ?? response.statusText),
  )
}

export const getCatalogue = () => get<Answer<'/api/catalogue'>>('/api/catalogue')

export const getOverview = (query: OverviewQuery) =>
  get<Answer<'/api/overview'>>('/api/overview', query)

export const getCommunities = (query: CommunitiesQuery) =>
  get<Answer<'/api/communities'>>('/api/communities', query)

export const getCard = (id: number) =>
  get<Answer<'/api/communities/{id}/card'>>(`/api/communities/${id}/card`)

export const getClosures = (bbox: string) => get<Answer<'/api/closures'>>('/api/closures', { bbox })
