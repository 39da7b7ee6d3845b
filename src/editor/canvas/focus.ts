// The focus goes to a node, a text or a frame as soon as its area is on the page: that of a new one waits for its picture.
import type { Editor } from '../editor'

const patience = 30

/** `isAsked`: a person wants to go there, also away from a field in which they were writing. */
export function focusWhenThere(editor: Editor, id: string, isAsked = false) {
  const give = () => {
    // Whoever has gone elsewhere in the meantime stays there.
    const active = document.activeElement
    const stays = isAsked
      ? active?.closest('[role="dialog"]')
      : active !== document.body && !active?.closest('.react-flow')
    if (active && stays) return true
    const quoted = CSS.escape(id)
    const area = document.querySelector<HTMLElement>(
      `[data-annotation="${quoted}"], .react-flow__node[data-id="${quoted}"]`,
    )
    area?.focus({ preventScroll: true })
    return area !== null
  }
  // React has it on the page some frames after the picture is there.
  const soon = (frames: number) => requestAnimationFrame(() => void (give() || frames === 0 || soon(frames - 1)))
  // After a dialog that closes has given the focus back to where it was.
  requestAnimationFrame(() =>
    setTimeout(() => {
      if (give()) return
      const stop = editor.store.subscribe(({ history, session }, before) => {
        if (!history.present.selection.includes(id)) return stop()
        if (session.shown === before.session.shown) return
        stop()
        soon(patience)
      })
    }),
  )
}
