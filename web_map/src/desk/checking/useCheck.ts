/** What the safety engine says of a shape while it is drawn: asked again as the finger rests. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Polygon } from 'geojson'
import { useEffect, useState } from 'react'
import { ask } from '../../api/client'
import type { Findings, Proposed } from '../../api/schema.gen'

const RESTS_MS = 200

async function post<T>(path: string, body: object, signal: AbortSignal): Promise<T> {
  const response = await ask(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    signal,
  })
  return (await response.json()) as T
}

function useResting<T>(value: T): T {
  const [resting, setResting] = useState(value)
  const text = JSON.stringify(value)
  useEffect(() => {
    const timer = setTimeout(() => setResting(JSON.parse(text) as T), RESTS_MS)
    return () => clearTimeout(timer)
  }, [text])
  return resting
}

export interface Question {
  community: number
  shape: Polygon
  area: Polygon | number | null
  height: number
  site: number
  id: number | null
  starts: string | undefined
  ends: string | undefined
}

export function useCheck(question: Question | null) {
  const asked = useResting(question)
  return useQuery({
    queryKey: ['check', asked],
    queryFn: ({ signal }) =>
      post<Findings>(
        '/api/safety/check',
        {
          community: asked?.community,
          perimeter: {
            geometry: asked?.shape,
            work_area: asked?.area,
            working_height_m: asked?.height,
            site: asked?.site,
            id: asked?.id,
            starts: asked?.starts ?? null,
            ends: asked?.ends ?? null,
          },
        },
        signal,
      ),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}

export interface Work {
  community: number
  area: Polygon
  kind: string
  height: number
  allowance: number
}

export function useProposal(work: Work | null) {
  const asked = useResting(work)
  return useQuery({
    queryKey: ['propose', asked],
    queryFn: ({ signal }) =>
      post<Proposed & { perimeter: Polygon }>(
        '/api/safety/propose',
        {
          work_area: asked?.area,
          kind: asked?.kind,
          working_height_m: asked?.height,
          allowance_m: asked?.allowance,
          community: asked?.community,
        },
        signal,
      ),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  })
}
