// One container alone on the canvas, to be edited there, and back to what surrounds it.
import { focusWhenThere } from '../canvas/areas/focus'
import type { Editor } from '../editor'
import { aloneIn, currentView } from '../state'
import { say } from '../strings/language'
import { drawnNode } from '../building/words'
import { pathsTo } from '../../shared/path'

export function openAlone(editor: Editor, path: string) {
  const title = drawnNode(editor.state(), path)?.title ?? path
  editor.setSession({ alone: path, spotlight: undefined })
  editor.select([])
  focusWhenThere(editor, path)
  editor.announce(say('alone.opened', { title }))
}

/** To one of the containers around it, or to the whole. What was alone is selected there, or what it is folded away in. */
export function leaveAlone(editor: Editor, to = '') {
  const alone = aloneIn(editor.state())
  editor.setSession({ alone: to === '' ? undefined : to })
  if (alone === undefined) return
  const { unfolded } = currentView(editor.state())
  const around = pathsTo(alone).filter((path) => path.length > to.length)
  const seen = around.find((path) => !unfolded.has(path)) ?? alone
  editor.select([seen])
  focusWhenThere(editor, seen)
  editor.announce(say('alone.left'))
}
