// The focus goes to a node, a text or a frame as soon as its area is on the page: that of a new one waits for its picture.
import type { Editor } from '../editor'

export function focusWhenThere(editor: Editor, id: string) {
  const give = () => {
    // Whoever has gone elsewhere in the meantime stays there.
    const active = document.activeElement
    if (active && active !== document.body && !active.closest('.react-flow')) return true
    const quoted = CSS.escape(id)
    const area = document.querySelector<HTMLElement>(
      `[data-annotation="${quoted}"], .react-flow__node[data-id="${quoted}"]`,
    )
    area?.focus({ preventScroll: true })
    return area !== null
  }
  // After a dialog that closes has given the focus back to where it was.
  requestAnimationFrame(() =>
    setTimeout(() => {
      if (give()) return
      const stop = editor.store.subscribe(({ history, session }, before) => {
        if (!history.present.selection.includes(id)) return stop()
        if (session.shown === before.session.shown) return
        stop()
        requestAnimationFrame(give)
      })
    }),
  )
}
