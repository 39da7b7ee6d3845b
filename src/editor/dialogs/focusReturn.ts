// Where the focus goes when a dialog closes: back to where it was before. Dialogs here are opened by commands, and Radix
// gives the focus back to a dialog's own button only.
import { useEffect } from 'react'
import { focusArea, giveFocus } from '../canvas/areas/focus'
import type { Editor } from '../editor'
import { useEditor } from '../react'

type Focusable = HTMLElement | SVGElement

function isFocusable(element: Element | null): element is Focusable {
  return element instanceof HTMLElement || element instanceof SVGElement
}

export function useFocusReturn() {
  const editor = useEditor()
  useEffect(() => returnFocus(editor), [editor])
}

/** Gives a function that ends it. */
export function returnFocus(editor: Editor): () => void {
  let from: Focusable | undefined
  return editor.store.subscribe(({ session }, { session: last }) => {
    const [isOpen, wasOpen] = [session.dialog !== undefined, last.dialog !== undefined]
    if (isOpen === wasOpen) return
    if (isOpen) from = placeOfFocus() ?? from
    // What the dialog has led to may take the focus first.
    else requestAnimationFrame(() => setTimeout(() => giveBack(editor, from)))
  })
}

/** A menu is gone by then: its button stands for it. A dialog that leads to another one stands for what was before. */
function placeOfFocus(): Focusable | undefined {
  const active = document.activeElement
  if (!isFocusable(active) || active.closest('[role="dialog"]')) return undefined
  return openerOf(active) ?? active
}

function openerOf(element: Element): HTMLElement | undefined {
  const name = element.closest('[role="menu"]')?.getAttribute('aria-labelledby')
  const opener = name ? document.getElementById(name) : null
  return opener ? (openerOf(opener) ?? opener) : undefined
}

function giveBack(editor: Editor, from: Focusable | undefined) {
  const { session, history } = editor.state()
  if (session.dialog !== undefined || session.talk || document.activeElement !== document.body) return
  const area = from?.dataset['id'] ?? from?.dataset['edge']
  const { selection } = history.present
  // What was done in the dialog may have selected something else.
  const wanted = area === undefined || selection.length === 0 || selection.includes(area) ? area : selection[0]
  if (wanted !== undefined && focusArea(wanted)) return
  if (from?.isConnected && from !== document.body) giveFocus(from)
  else if (selection[0] !== undefined) focusArea(selection[0])
}
