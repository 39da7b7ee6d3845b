// A document of this browser's own comes back to the desk.
import type { Diagram } from '../../document/schema'
import type { Editor, NewOrigin } from '../editor'
import { download } from '../files/save'
import { say } from '../strings/language'
import type { Documents, Slot, Unread } from './documents'
import { readKept } from './readKept'

/** Opens it. False when it is gone or cannot be read; then the open document stays, and the person is told. */
export async function openKept(editor: Editor, documents: Documents, id: string): Promise<boolean> {
  const slot = await documents.read(id)
  if (!slot) {
    editor.notify({ kind: 'problem', text: say('keeping.gone') })
    return false
  }
  const kept = await readKept(documents, slot)
  if (!kept.ok) {
    tellUnread(editor, slot, kept.sentence)
    return false
  }
  editor.open(kept.diagram, originOf(slot, kept.saved))
  return true
}

export function originOf({ id, name, builtIn, handle }: Slot, saved: Diagram | undefined): NewOrigin {
  return { id, name, builtIn, handle, saved, opened: saved }
}

/** It is on the list in the gallery, too. */
export function tellUnread(editor: Editor, unread: Pick<Unread, 'name' | 'text'>, sentence: string) {
  editor.notify({
    kind: 'problem',
    stays: true,
    text: say('keeping.unread', { name: unread.name, problem: sentence }),
    action: { label: say('keeping.download'), run: () => downloadUnread(unread) },
  })
}

export function downloadUnread({ name, text }: Pick<Unread, 'name' | 'text'>) {
  download(new Blob([text], { type: 'application/json' }), `${name}.frieze.json`)
}
