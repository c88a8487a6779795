/** The areas of a file, read by the service; nothing of it is kept there. */
import { useMutation } from '@tanstack/react-query'
import type { Polygon } from 'geojson'
import { useState } from 'react'
import { ask, Problem } from '../../api/client'
import type { Shapes } from '../../api/schema.gen'
import type { Box } from '../../map/window'

/** About a kilometre: what lies farther from the site is not of it. */
const AROUND_DEGREES = 0.01

export type Options = Record<string, string>

export interface Choice {
  options: Options
  consequence: { zh: string; en: string }
}

export interface Area {
  row: number
  shape: Polygon
}

export interface Brought {
  areas: Area[]
  told: Shapes | null
  chosen: number | null
  choose: (index: number | null) => void
  bring: (file: File, options?: Options) => void
  reading: boolean
  failed: Problem | null
  /** The answers that the service asks to choose from, and what sends each. */
  choices: Choice[]
  answer: (choice: Choice) => void
  forget: () => void
}

export function useBrought(box: Box | null): Brought {
  const [chosen, setChosen] = useState<number | null>(null)
  const reading = useMutation({
    mutationFn: ({ file, options }: { file: File; options: Options }) => read(file, options, box),
    onSuccess: ({ features }) => setChosen(features.length === 1 ? 0 : null),
  })
  const sent = reading.variables
  const failed = reading.error instanceof Problem ? reading.error : null
  return {
    areas: reading.data ? areasOf(reading.data) : [],
    told: reading.data ?? null,
    chosen,
    choose: setChosen,
    bring: (file, options = {}) => reading.mutate({ file, options }),
    reading: reading.isPending,
    failed,
    choices: failed?.told.choices ?? [],
    answer: ({ options }) => {
      if (sent) reading.mutate({ file: sent.file, options: { ...sent.options, ...options } })
    },
    forget: () => {
      setChosen(null)
      reading.reset()
    },
  }
}

async function read(file: File, options: Options, box: Box | null): Promise<Shapes> {
  const body = new FormData()
  body.append('file', file)
  for (const [name, value] of Object.entries(options)) body.append(name, value)
  for (const side of box ? wider(box) : []) body.append('near', String(side))
  return (await (await ask('/api/imports/shapes', { method: 'POST', body })).json()) as Shapes
}

function areasOf({ features }: Shapes): Area[] {
  return features.map((feature) => {
    const { geometry, properties } = feature as { geometry: Polygon; properties: { row: number } }
    return { row: properties.row, shape: geometry }
  })
}

function wider([west, south, east, north]: Box): Box {
  return [
    west - AROUND_DEGREES,
    south - AROUND_DEGREES,
    east + AROUND_DEGREES,
    north + AROUND_DEGREES,
  ]
}
