// The way to a node, an edge or a problem, wherever it is folded away.
import { unfold } from '../../document/edit/view'
import { grow, union } from '../../drawing/bounds'
import type { Layout } from '../../layout/layout'
import type { MeaningProblem } from '../../semantics/checks'
import type { Box } from '../../shared/geometry'
import type { Editor } from '../editor'
import { parentOf } from './ends'

/** Opens what the node lies in, selects it and brings it into view. */
export function reveal(editor: Editor, path: string) {
  show(editor, parentOf(path), path, (layout) => layout.nodes.get(path))
}

/** The same for an edge. */
export function revealEdge(editor: Editor, id: string) {
  show(editor, id.slice(0, id.indexOf('#')), id, (layout) => {
    let box: Box | undefined
    for (const { x, y } of layout.edges.get(id)?.points ?? []) box = union(box, { x, y, width: 0, height: 0 })
    return box
  })
}

/** A problem of the document itself, or of a symbol, is where nothing is selected. */
export function revealProblem(editor: Editor, { path, edge }: MeaningProblem) {
  if (edge !== undefined) return revealEdge(editor, edge)
  if (path === 'nodes' || path.startsWith('symbols.')) {
    editor.setPreferences({ inspector: true })
    return editor.select([])
  }
  reveal(editor, path)
}

function show(editor: Editor, graph: string, id: string, boxIn: (layout: Layout) => Box | undefined) {
  const around: string[] = []
  for (let at = graph; at !== ''; at = parentOf(at)) around.unshift(at)
  editor.edit((diagram) => unfold(diagram, around), { select: [id] })
  editor.select([id])
  const look = () => {
    const { shown } = editor.state().session
    const box = shown && boxIn(shown.picture.layout)
    if (box) editor.camera?.show(grow(box, 80), { most: 1.2 })
    return box !== undefined
  }
  if (look()) return
  const stop = editor.store.subscribe((state, before) => {
    // Somebody has gone elsewhere in the meantime.
    const isOver = !state.history.present.selection.includes(id)
    if (isOver || (state.session.shown !== before.session.shown && look())) stop()
  })
}
