// Back and forward through the places seen.
import { show } from '../canvas/camera/reveal'
import { nodeOf } from '../../document/place'
import type { Editor } from '../editor'
import { diagramOf } from '../state'
import { placeNow, stepped } from './places'
import { isNode } from '../selected'
import { parentOf } from '../../shared/path'

export function travel(editor: Editor, way: 'back' | 'forward') {
  const diagram = diagramOf(editor.state())
  let step = stepped(editor.state().session.places, way, placeNow(editor))
  // What was deleted is no place any more.
  while (step && !nodeOf(diagram, step.to.node)) step = stepped(step.places, way, undefined)
  if (!step) return
  const { node, offset, zoom } = step.to
  const selection = step.to.selection.filter((id) => !isNode(id) || nodeOf(diagram, id) !== undefined)
  show(editor, parentOf(node), selection, ({ nodes }) => {
    const box = nodes.get(node)
    if (box) editor.camera?.lookAt({ x: box.x + offset.x, y: box.y + offset.y }, zoom)
    return box !== undefined
  })
  editor.setSession({ places: step.places })
}
