// Makes the application independent of the network, and says when a newer version has arrived.
import type { Editor } from '../editor'
import { keepFaces } from './keepFaces'
import { say } from '../strings/language'

/** Registers the service worker. Without one (a page from a file, a private window) everything works but the network. */
export async function goOffline(editor: Editor) {
  if (!('serviceWorker' in navigator)) return
  const { serviceWorker } = navigator
  let isAsked = false
  let offered: number | undefined
  // The first worker of all takes over a page of its own version.
  let isFirst = !serviceWorker.controller
  serviceWorker.addEventListener('controllerchange', () => {
    if (isAsked) return location.reload()
    // Another tab said so, and the files that this page may still load are gone.
    if (!isFirst) {
      if (offered !== undefined) editor.dismiss(offered)
      const action = { label: say('offline.reload'), run: () => location.reload() }
      editor.notify({ stays: true, text: say('offline.takenOver'), action })
    }
    isFirst = false
  })
  const registration = await serviceWorker.register('./service-worker.js').catch(() => undefined)
  if (!registration) return
  void serviceWorker.ready.then(() => controlled(serviceWorker)).then(() => keepFaces(editor))
  // Nobody is interrupted: not a talk, and not the first visit, whose worker has nothing to replace.
  const offer = (waiting: ServiceWorker) => {
    if (!serviceWorker.controller) return
    const run = () => {
      isAsked = true
      waiting.postMessage('take over')
    }
    editor.notify({ stays: true, text: say('offline.newer'), action: { label: say('offline.takeOver'), run } })
    offered = editor.state().session.notices.at(-1)!.id
  }
  if (registration.waiting) offer(registration.waiting)
  registration.addEventListener('updatefound', () => {
    const { installing } = registration
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed') offer(installing)
    })
  })
}

/** What is fetched from then on is kept. */
function controlled(serviceWorker: ServiceWorkerContainer): Promise<unknown> {
  if (serviceWorker.controller) return Promise.resolve()
  return new Promise((resolve) => serviceWorker.addEventListener('controllerchange', resolve, { once: true }))
}
