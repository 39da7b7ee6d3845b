// The way to a node, an edge or a problem, wherever it is folded away.
import { unfold } from '../../../document/edit/view'
import type { Diagram } from '../../../document/schema'
import { grow, union } from '../../../drawing/bounds'
import { placeAnnotations } from '../../../layout/annotations'
import type { Layout } from '../../../layout/layout'
import type { MeaningProblem } from '../../../semantics/checks'
import type { Box } from '../../../shared/geometry'
import type { Editor } from '../../editor'
import { aloneIn } from '../../state'
import { showPanel } from '../../panels/opening'
import { leavePlace } from '../../ways/places'
import { parentOf, pathsTo } from '../../../shared/path'
import { levelOf } from '../../../shared/edgeId'

/** Opens what the node lies in, selects it and brings it into view. */
export function reveal(editor: Editor, path: string) {
  leavePlace(editor)
  show(editor, parentOf(path), [path], (layout) => look(editor, layout.nodes.get(path)))
}

/** The same for an edge. */
export function revealEdge(editor: Editor, id: string) {
  leavePlace(editor)
  show(editor, levelOf(id), [id], (layout) => {
    let box: Box | undefined
    for (const { x, y } of layout.edges.get(id)?.points ?? []) box = union(box, { x, y, width: 0, height: 0 })
    return look(editor, box)
  })
}

/** And for a free text or a frame. */
export function revealAnnotation(editor: Editor, id: string) {
  leavePlace(editor)
  show(editor, levelOf(id), [id], (layout) => {
    const { shown } = editor.state().session
    const placed = shown && placeAnnotations(shown.picture.graph, layout)
    const frame = placed?.frames.get(id)
    let box = placed?.texts.get(id)
    for (const piece of frame?.pieces ?? []) box = union(box, piece)
    return look(editor, box)
  })
}

/** A problem of the document itself, or of a symbol, is where nothing is selected. */
export function revealProblem(editor: Editor, { path, edge }: MeaningProblem) {
  if (edge !== undefined) return revealEdge(editor, edge)
  if (path === 'nodes' || path.startsWith('symbols.')) {
    showPanel(editor, 'inspector', true)
    return editor.select([])
  }
  reveal(editor, path)
}

/** An edit that adds nodes, selects them and keeps them in view. Says whether there was a change. */
export function editAdding(editor: Editor, change: (diagram: Diagram) => Diagram, paths: readonly string[]): boolean {
  // What has been seen as a whole is seen as a whole again, with what is new.
  const isWhole = editor.camera?.isFitted() ?? false
  const changed = editor.edit(change, { select: paths, refit: true })
  const [first] = paths
  if (changed && !isWhole && first !== undefined)
    show(editor, parentOf(first), paths, (layout) => {
      let box: Box | undefined
      for (const path of paths) box = union(box, layout.nodes.get(path))
      if (box) keepInView(editor, box)
      return box !== undefined
    })
  return changed
}

/** Moves the camera no more than is needed. */
export function keepInView(editor: Editor, box: Box) {
  const { camera } = editor
  if (!camera) return
  const frame = camera.frame()
  const margin = 24 / camera.view().zoom
  const isIn =
    box.x >= frame.x + margin &&
    box.y >= frame.y + margin &&
    box.x + box.width <= frame.x + frame.width - margin &&
    box.y + box.height <= frame.y + frame.height - margin
  if (isIn) return
  if (box.width > frame.width || box.height > frame.height) camera.show(box, { most: 1.2 })
  else camera.lookAt({ x: box.x + box.width / 2, y: box.y + box.height / 2 })
}

function look(editor: Editor, box: Box | undefined): boolean {
  if (box) editor.camera?.show(grow(box, 80), { most: 1.2 })
  return box !== undefined
}

/** Opens a graph and selects in it; then looks, as soon as there is a picture in which that can be seen. */
export function show(editor: Editor, level: string, ids: readonly string[], looked: (layout: Layout) => boolean) {
  const around = pathsTo(level)
  const alone = aloneIn(editor.state())
  // What lies outside of what is shown alone is seen in the whole.
  if (alone !== undefined && !around.includes(alone)) editor.setSession({ alone: undefined })
  editor.edit((diagram) => unfold(diagram, around), { select: ids })
  editor.select(ids)
  const { shown } = editor.state().session
  if (shown && looked(shown.picture.layout)) return
  const stop = editor.store.subscribe(({ history, session }, before) => {
    // Somebody has gone elsewhere in the meantime.
    const isOver = history.present.selection.join() !== ids.join()
    const isNew = session.shown !== undefined && session.shown !== before.session.shown
    if (isOver || (isNew && looked(session.shown.picture.layout))) stop()
  })
}
