// Copies beside the originals, fed as these are, without the clipboard.
import { insert } from '../../document/edit/insert'
import { insideOf } from '../../document/place'
import type { Pin } from '../../document/schema'
import { editAdding } from '../canvas/camera/reveal'
import type { Editor } from '../editor'
import { diagramOf } from '../state'
import { say, tellNow } from '../strings/language'
import { cutAt, selectedByGraph } from './fragments'
import { pathIn } from '../../shared/path'

/** One undo step, however many graphs the selection lies in. `at`: where in their graph the copies are pinned. */
export function duplicateSelection(editor: Editor, at?: Pin): boolean {
  const state = editor.state()
  let diagram = diagramOf(state)
  const select: string[] = []
  for (const [path, ids] of selectedByGraph(state)) {
    const graph = insideOf(diagram, path)
    const fragment = cutAt(state, path, ids)
    if (graph === undefined || !fragment) continue
    const inserted = insert(diagram, fragment, { path, graph, feed: { as: 'before' }, ...(at && { at }) })
    if (!inserted.ok) {
      editor.notify({ kind: 'problem', text: tellNow(inserted.message) })
      return false
    }
    diagram = inserted.diagram
    select.push(...inserted.ids.map((id) => pathIn(path, id)))
  }
  const changed = editAdding(editor, () => diagram, select)
  if (changed) editor.announce(say('announce.pasted', { count: select.length }))
  return changed
}
