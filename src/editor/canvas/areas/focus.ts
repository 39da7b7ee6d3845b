// The focus goes to a node, a text or a frame as soon as its area is on the page: that of a new one waits for its picture.
import type { Editor } from '../../editor'
import { soon } from '../../soon'

/** `isAsked`: a person wants to go there, also away from a field in which they were writing. */
export function focusWhenThere(editor: Editor, id: string, isAsked = false) {
  const give = () => {
    // Whoever has gone elsewhere in the meantime stays there.
    const active = document.activeElement
    const stays = isAsked
      ? active?.closest('[role="dialog"]')
      : active !== document.body && !active?.closest('.react-flow')
    return Boolean(active && stays) || focusArea(id)
  }
  // After a dialog that closes has given the focus back to where it was.
  requestAnimationFrame(() =>
    setTimeout(() => {
      if (give()) return
      const stop = editor.store.subscribe(({ history, session }, before) => {
        if (!history.present.selection.includes(id)) return stop()
        if (session.shown === before.session.shown) return
        stop()
        focusSoon(editor, id, give)
      })
    }),
  )
}

let isGiving = false

/** Whether the focus comes from the program just now: then it changes nothing of what is selected. */
export function isFocusGiven(): boolean {
  return isGiving
}

export function giveFocus(element: HTMLElement | SVGElement) {
  isGiving = true
  element.focus({ preventScroll: true })
  isGiving = false
}

/** Says whether it is on the page. */
export function focusArea(id: string): boolean {
  const quoted = CSS.escape(id)
  const area = document.querySelector<HTMLElement | SVGElement>(
    `[data-annotation="${quoted}"], [data-edge="${quoted}"], .react-flow__node[data-id="${quoted}"]`,
  )
  if (area) giveFocus(area)
  return area !== null
}

/** As soon as its area is on the page, unless something else is selected by then. */
export function focusSoon(editor: Editor, id: string, give: () => boolean = () => focusArea(id)) {
  soon(() => !editor.state().history.present.selection.includes(id) || give())
}
