// The service worker: after the first visit the application needs no network. Built by itself, as one file.
import { clientsClaim } from 'workbox-core'
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { CacheFirst } from 'workbox-strategies'

/** What the build made: each file under its hashed name, or with the hash of its content. */
declare const __FILES__: { url: string; revision: string | null }[]

// The types of a worker and those of a page cannot both be there.
const worker = self as unknown as Pick<Window, 'addEventListener'> & { skipWaiting(): Promise<void> }

// The first visit's page, too, may lose the network.
clientsClaim()
cleanupOutdatedCaches()
precacheAndRoute(__FILES__)
// One page, whatever its address asks for: a diagram, a step, the window of the speaker.
registerRoute(new NavigationRoute(createHandlerBoundToURL('index.html'), { allowlist: [/\/(index\.html)?(\?.*)?$/] }))
// The faces for Chinese and Japanese are 36 MB in slices: those that a diagram has needed stay.
registerRoute(({ url }) => url.pathname.includes('/fonts/'), new CacheFirst({ cacheName: 'fonts' }))

// A newer version waits until a person says so: under an open page it would take away the files that page still loads.
worker.addEventListener('message', (event) => {
  if (event.data === 'take over') void worker.skipWaiting()
})
