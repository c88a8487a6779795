/** What the service tells of public rows that changed: layer, ids and where. */
import type { Box } from '../map/window'

export interface Change {
  layer: string
  ids: number[] | null
  box: Box | null
}

/** Calls back for each change until the answer is called; `null` means: read everything anew. */
export function listen(told: (change: Change | null) => void): () => void {
  const source = new EventSource('/api/events')
  source.onmessage = ({ data }: MessageEvent<string>) => told(JSON.parse(data) as Change)
  source.addEventListener('reset', () => told(null))
  return () => source.close()
}
