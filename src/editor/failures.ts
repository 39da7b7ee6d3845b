// What goes wrong in work that nobody waits for: a file that is gone, a part of the program that does not arrive.
import type { Editor } from './editor'
import { say } from './strings/language'

/** Tells the person of every such failure. Gives a function that ends it. */
export function tellFailures(editor: Editor, page: Pick<Window, 'addEventListener' | 'removeEventListener'> = window) {
  const tell = ({ reason }: PromiseRejectionEvent) => {
    if (reason instanceof DOMException && reason.name === 'AbortError') return
    editor.notify({
      kind: 'problem',
      text: say('problem.notDone', { reason: reason instanceof Error ? reason.message : String(reason) }),
    })
  }
  page.addEventListener('unhandledrejection', tell)
  return () => page.removeEventListener('unhandledrejection', tell)
}
