/** Sends one write. The key makes it safe to send again when its answer was lost. */
import { attach } from '../../api/attachments'
import { ask } from '../../api/client'
import { tag } from '../../api/items'
import type { Write } from './database'
import type { Made } from './following'

/** The feature as it stands afterwards; null after a deletion. */
export async function send(write: Write): Promise<Made | null> {
  const { method, layer, id, version, body, key, file } = write
  if (file) return { id: (await attach(file)).sha256 }
  const path = `/api/collections/${layer}/items`
  const response = await ask(id === null ? path : `${path}/${id}`, {
    method,
    headers: {
      'Idempotency-Key': key,
      'Content-Type': method === 'PATCH' ? 'application/merge-patch+json' : 'application/geo+json',
      ...(id !== null && { 'If-Match': tag(layer, { id, version: version ?? 0 }) }),
    },
    ...(body && { body: JSON.stringify(method === 'POST' ? { type: 'Feature', ...body } : body) }),
  })
  return method === 'DELETE' ? null : ((await response.json()) as Made)
}
