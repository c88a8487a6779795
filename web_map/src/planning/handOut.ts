/** Asks for a file of a ranking or a choice, and hands it to the reader. */
import { ask } from '../api/client'
import { saveFile } from '../api/saveFile'

export type Suffix = 'xlsx' | 'csv' | 'gpkg' | 'html' | 'pdf'

interface Asked {
  path: 'rank' | 'select'
  suffix: Suffix
  body: object
}

export async function handOut({ path, suffix, body }: Asked): Promise<void> {
  const response = await ask(`/api/planning/${path}?f=${suffix}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  const named = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')
  saveFile(await response.blob(), named?.[1] ?? `plan.${suffix}`)
}
