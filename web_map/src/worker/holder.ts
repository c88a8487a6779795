/** Whose answers are kept: gone when they sign out, when their session ends, when another signs in. */
import type { WorkboxPlugin } from 'workbox-core'

export const ANSWERS = 'answers'
const SESSION = '/api/session'

/** Grows when all is forgotten, so that an answer still on its way is not kept after all. */
let age = 0

export async function forget({ response }: { response: Response }): Promise<Response> {
  if (response.ok) {
    age += 1
    await caches.delete(ANSWERS)
  }
  return response
}

/** Keeps nothing that was asked for before all was forgotten. */
export const forgetting: WorkboxPlugin = {
  requestWillFetch: ({ request, state }) => {
    if (state) state.age = age
    return Promise.resolve(request)
  },
  cacheWillUpdate: ({ response, state }) =>
    Promise.resolve(response.status === 200 && state?.age === age ? response : null),
}

/** Reads who is signed in before the answer that says so is kept. */
export const whose: WorkboxPlugin = {
  fetchDidSucceed: async ({ request, response, state }) => {
    if (new URL(request.url).pathname !== SESSION || !response.ok) return response
    const name = await holder(response.clone())
    const kept = await (await caches.open(ANSWERS)).match(SESSION, { ignoreVary: true })
    if (!name || (kept && name !== (await holder(kept)))) {
      await forget({ response })
      // This very answer belongs to whoever holds the device now.
      if (name && state) state.age = age
    }
    return response
  },
}

async function holder(response: Response): Promise<string | null> {
  const { signed_in, username } = (await response.json()) as {
    signed_in: boolean
    username?: string | null
  }
  return signed_in ? (username ?? null) : null
}
