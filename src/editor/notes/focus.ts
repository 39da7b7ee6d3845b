// The focus goes to a text or a frame as soon as its area is on the page: that of a new one waits for its picture.
import type { Editor } from '../editor'

export function focusNote(editor: Editor, id: string) {
  const give = () => {
    // Whoever has gone elsewhere in the meantime stays there.
    if (document.activeElement !== document.body) return true
    const area = document.querySelector<HTMLElement>(`[data-note="${CSS.escape(id)}"]`)
    area?.focus({ preventScroll: true })
    return area !== null
  }
  requestAnimationFrame(() => {
    if (give()) return
    const stop = editor.store.subscribe(({ history, session }, before) => {
      if (!history.present.selection.includes(id)) return stop()
      if (session.shown === before.session.shown) return
      stop()
      requestAnimationFrame(give)
    })
  })
}
