// Makes the application independent of the network, and says when a newer version has arrived.
import type { Editor } from '../editor'
import { say } from '../strings/language'

/** Registers the service worker. Without one (a page from a file, a private window) everything works but the network. */
export async function goOffline(editor: Editor) {
  if (!('serviceWorker' in navigator)) return
  const { serviceWorker } = navigator
  const registration = await serviceWorker.register('./service-worker.js').catch(() => undefined)
  if (!registration) return
  // Nobody is interrupted: not a talk, and not the first visit, whose worker has nothing to replace.
  const offer = (waiting: ServiceWorker) => {
    if (!serviceWorker.controller) return
    editor.notify({
      stays: true,
      text: say('offline.newer'),
      action: { label: say('offline.takeOver'), run: () => takeOver(waiting) },
    })
  }
  if (registration.waiting) offer(registration.waiting)
  registration.addEventListener('updatefound', () => {
    const { installing } = registration
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed') offer(installing)
    })
  })
}

function takeOver(waiting: ServiceWorker) {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  waiting.postMessage('take over')
}
