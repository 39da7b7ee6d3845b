// Says aloud what else is only seen: what was selected, done, undone and done again. Who does something that can be said
// better says it himself; then this is silent.
import { useEffect } from 'react'
import type { History } from '../document/history'
import type { Editor } from './editor'
import { sayDone } from './past/done'
import { doneBetween } from './past/intentions'
import { useEditor } from './react'
import { documentLanguageOf } from './state'
import { say } from './strings/language'

/** In milliseconds: a drag, or a word being typed, is said once it is done. */
const pause = 200

export function useAnnouncements() {
  const editor = useEditor()
  useEffect(() => announceChanges(editor), [editor])
}

/** Gives a function that ends it. */
export function announceChanges(editor: Editor): () => void {
  let told = editor.state().history
  let heard = editor.state().session.announcement
  let timer: ReturnType<typeof setTimeout> | undefined

  function tell() {
    timer = undefined
    const { history, session } = editor.state()
    const [before, after] = [told, history]
    told = history
    if (session.announcement !== heard) return
    const words = wordsFor(editor, before, after)
    if (words) editor.announce(words)
  }

  const stop = editor.store.subscribe((state, last) => {
    if (state.history === last.history) return
    if (state.origin.id !== last.origin.id) told = state.history
    if (timer === undefined) heard = last.session.announcement
    clearTimeout(timer)
    timer = setTimeout(tell, pause)
  })
  return () => {
    clearTimeout(timer)
    stop()
  }
}

function wordsFor(editor: Editor, before: History, after: History): string | undefined {
  const state = editor.state()
  const language = documentLanguageOf(state)
  const what = (from: History['present'], to: History['present']) => sayDone(say, doneBetween(from, to), language)
  if (after.present.diagram !== before.present.diagram) {
    if (after.future.includes(before.present))
      return say('announce.undone', { what: what(after.present, after.future[0] ?? before.present) })
    const last = after.past.at(-1)
    if (before.future.includes(after.present))
      return last && say('announce.redone', { what: what(last, after.present) })
    return last && what(last, after.present)
  }
  const { selection } = after.present
  if (selection === before.present.selection) return undefined
  if (selection.length === 0) return say('announce.nothingSelected')
  if (selection.length > 1) return say('announce.selected', { count: selection.length })
  // What has the focus is read out anyway.
  return isFocused(selection[0]!) ? undefined : spokenName(selection[0]!)
}

function area(id: string): Element | null {
  if (typeof document === 'undefined') return null
  const name = CSS.escape(id)
  return document.querySelector(`.react-flow__node[data-id="${name}"], [data-edge="${name}"]`)
}

function isFocused(id: string): boolean {
  return typeof document !== 'undefined' && area(id) === document.activeElement
}

/** As a screen reader would name it on the canvas. */
function spokenName(id: string): string {
  return say('announce.selectedOne', { name: area(id)?.getAttribute('aria-label') ?? id })
}
