// Says what was done, with a press that takes it back.
import type { Editor } from '../editor'
import { diagramOf } from '../state'
import { say } from '../strings/language'

/** About the edit just made. It goes when something else is done: the press would take that back. */
export function notifyUndoable(editor: Editor, text: string) {
  const made = diagramOf(editor.state())
  editor.notify({ text, action: { label: say('command.undo'), run: () => editor.undo() } })
  const notice = editor.state().session.notices.at(-1)!
  const stop = editor.store.subscribe((state) => {
    const isThere = state.session.notices.includes(notice)
    if (isThere && diagramOf(state) === made) return
    stop()
    if (isThere) editor.dismiss(notice.id)
  })
}
