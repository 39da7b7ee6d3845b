// What a tab remembers of itself over a reload: which document it had, and which part of it was alone on the canvas.
import type { Editor } from '../editor'
import { aloneIn, type Origin } from '../state'
import { ofTab } from '../storage'

const documentKey = 'frieze.document'
const aloneKey = 'frieze.alone'

export function tabDocument(): string | null {
  return ofTab.getItem(documentKey)
}

export function rememberDocument(id: string) {
  ofTab.setItem(documentKey, id)
}

/** Goes back to the part that was alone when the same document was here before, and remembers from now on which is. */
export function keepAlone(editor: Editor) {
  const [document, path] = (ofTab.getItem(aloneKey) ?? '').split(' ')
  if (path !== undefined && document === nameOf(editor.state().origin)) editor.setSession({ alone: path })
  editor.store.subscribe((state, before) => {
    if (state.session.alone === before.session.alone && state.origin === before.origin) return
    const alone = aloneIn(state)
    ofTab.setItem(aloneKey, alone === undefined ? '' : `${nameOf(state.origin)} ${alone}`)
  })
}

/** What was never edited is not kept, and has another id the next time. */
function nameOf({ id, builtIn }: Origin): string {
  return builtIn ?? id
}
