// A new document: blank, from a pattern, or from a diagram that there is.
import { blank } from '../../document/blank'
import type { Diagram } from '../../document/schema'
import { say as words } from '../../document/words'
import { loadBuiltIn } from '../diagrams'
import type { Editor } from '../editor'
import { fileNameOf } from '../links/openLink'
import { diagramOf } from '../state'
import { say } from '../strings/language'
import { forkOf, loadPattern, type PatternId } from './patterns'

export function beginBlank(editor: Editor) {
  open(editor, blank(say('new.untitled')))
}

export async function beginFrom(editor: Editor, pattern: PatternId) {
  open(editor, await loadPattern(pattern))
}

/** A built-in diagram to go on from. */
export async function beginFork(editor: Editor, builtIn: string) {
  fork(editor, await loadBuiltIn(builtIn), builtIn)
}

/** The open document once more. */
export function forkOpen(editor: Editor) {
  const state = editor.state()
  fork(editor, diagramOf(state), state.origin.builtIn)
}

function fork(editor: Editor, diagram: Diagram, builtIn: string | undefined) {
  const title = say('new.copyOf', { title: words(diagram.about.title, editor.state().preferences.language) })
  open(
    editor,
    builtIn === undefined ? { ...diagram, about: { ...diagram.about, title } } : forkOf(diagram, builtIn, title),
    builtIn,
  )
}

function open(editor: Editor, diagram: Diagram, builtIn?: string) {
  editor.open(diagram, { name: fileNameOf(diagram), ...(builtIn !== undefined && { builtIn }), saved: undefined })
  editor.setSession({ dialog: undefined })
  editor.announce(say('notice.opened', { name: words(diagram.about.title, editor.state().preferences.language) }))
}
