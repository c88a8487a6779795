/** Tells the page that an answer is a kept one, and when it was read. */
import type { WorkboxPlugin } from 'workbox-core'
import { KEPT_AT } from '../api/kept'

export const marked: WorkboxPlugin = {
  cachedResponseWillBeUsed: ({ cachedResponse }) => {
    const read = cachedResponse?.headers.get('Date')
    if (!cachedResponse || !read) return Promise.resolve(cachedResponse)
    const headers = new Headers(cachedResponse.headers)
    headers.set(KEPT_AT, new Date(read).toISOString())
    return Promise.resolve(new Response(cachedResponse.body, { headers }))
  },
}
