/** Files of evidence: sent first, then named by a row. */
import { ask } from './client'
import type { Attachment } from './schema.gen'

export type FileForm = 'picture' | 'paper'

/** The same file is kept once, however often it is sent. */
export async function attach(file: Blob): Promise<Pick<Attachment, 'sha256' | 'form'>> {
  const body = new FormData()
  body.append('file', file, 'file')
  const response = await ask('/api/attachments', { method: 'POST', body })
  return (await response.json()) as Attachment
}

/** Where a file is read; small is a picture 320 pixels long. */
export function addressOfFile(sha256: string, size?: 'small'): string {
  return `/api/attachments/${sha256}${size ? `?size=${size}` : ''}`
}
