/// <reference lib="webworker" />
/**
 * Keeps the desk at hand without a network: the page itself, and what the desk last read.
 *
 * Only staff have it, from their first visit to the desk on. Public facts (cards, lists, closures)
 * are never kept: without a network the public page says so instead of showing yesterday's danger.
 */
import { ExpirationPlugin } from 'workbox-expiration'
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
  type PrecacheEntry,
} from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { NetworkFirst, NetworkOnly } from 'workbox-strategies'
import { ANSWERS, forget, forgetting, whose } from './holder'
import { marked } from './marked'

declare const self: ServiceWorkerGlobalScope
/** Every file of the build, told by the build. */
declare const SHELL: PrecacheEntry[]

/** A phone may hold a signal through which nothing comes; then what was last read is shown. */
const PATIENCE_S = 4
const DAY_S = 86_400

/** What a site needs. Households, votes and the ledgers of other desks stay with the service. */
const OF_SITES =
  'sites|buildings|work_areas|warning_perimeters|duty_shifts|material_storage|passages|reception_points'
const DESK_READS = new RegExp(
  `^/api/(session|catalogue|collections/(\\w+/schema|(${OF_SITES})/items))$`,
)
const GROUND = /^\/(style\.json|tiles\/.+\.mvt)$/

precacheAndRoute(SHELL)
cleanupOutdatedCaches()
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('index.html'), { allowlist: [/^\/($|\?)/] }),
)

const ours =
  (path: RegExp) =>
  ({ url, sameOrigin }: { url: URL; sameOrigin: boolean }) =>
    sameOrigin && path.test(url.pathname)

registerRoute(
  ours(DESK_READS),
  new NetworkFirst({
    cacheName: ANSWERS,
    networkTimeoutSeconds: PATIENCE_S,
    plugins: [
      whose,
      forgetting,
      marked,
      new ExpirationPlugin({ maxEntries: 200, maxAgeSeconds: 14 * DAY_S, purgeOnQuotaError: true }),
    ],
  }),
)
registerRoute(
  ours(GROUND),
  new NetworkFirst({
    cacheName: 'ground',
    networkTimeoutSeconds: PATIENCE_S,
    plugins: [
      new ExpirationPlugin({ maxEntries: 800, maxAgeSeconds: 30 * DAY_S, purgeOnQuotaError: true }),
    ],
  }),
)
for (const method of ['DELETE', 'POST'] as const)
  registerRoute(
    ours(/^\/api\/session$/),
    new NetworkOnly({ plugins: [{ fetchDidSucceed: forget }] }),
    method,
  )

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
self.addEventListener('message', ({ data }: ExtendableMessageEvent) => {
  if ((data as { type?: string } | null)?.type === 'SKIP_WAITING') void self.skipWaiting()
})
