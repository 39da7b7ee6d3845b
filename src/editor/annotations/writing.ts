// Texts and frames are put where a person looks, written, moved and taken away: each one edit.
import {
  addFrame,
  addText,
  freeAnnotationId,
  moveText,
  removeAnnotations,
  setFrameWords,
  setText,
  setTextWords,
} from '../../document/edit/annotations'
import { bodyAt, insideOf } from '../../document/place'
import type { Diagram } from '../../document/schema'
import { say as words } from '../../document/words'
import { union } from '../../drawing/bounds'
import { annotationId, placeAnnotations } from '../../layout/annotations'
import type { Box, Point } from '../../shared/geometry'
import { graphAt } from '../canvas/areas/hit'
import { pinOrigin } from '../canvas/moving/move'
import type { Editor } from '../editor'
import { done } from '../past/done'
import { diagramOf, documentLanguageOf, selectedNodes, writingOf, type Shown } from '../state'
import { annotationRef, annotationAt } from './annotation'
import { idOf, parentOf, pathIn } from '../../shared/path'

/** Where a text goes: to a node of a graph, or to no node of it. */
interface Anchor {
  readonly path: string
  readonly node?: string
  readonly x: number
  readonly y: number
}

/** Farther away, in pixels of the picture, a text belongs to no node. */
const reach = 320

/** The node that stands nearest, so that the text stays with it when the picture is laid out again. */
function anchorAt(shown: Shown, box: Box, path: string): Anchor {
  const { graph, layout } = shown.picture
  let best: { readonly id: string; readonly at: Box } | undefined
  let least = reach
  for (const [each, at] of layout.nodes) {
    if (parentOf(each) !== path) continue
    const away = distance(box, at)
    if (away < least) [best, least] = [{ id: idOf(each), at }, away]
  }
  const corner = best?.at ?? pinOrigin(shown, path)
  const at = { x: Math.round(box.x - corner.x), y: Math.round(box.y - corner.y) }
  return graph.nodes.length > 0 && best ? { path, node: best.id, ...at } : { path, ...at }
}

function distance(a: Box, b: Box): number {
  const dx = Math.max(0, a.x - b.x - b.width, b.x - a.x - a.width)
  const dy = Math.max(0, a.y - b.y - b.height, b.y - a.y - a.height)
  return Math.hypot(dx, dy)
}

/** Opens a field for a new text: below what is selected, else at a place, else in the middle of what is seen. */
export function beginText(editor: Editor, place?: Point) {
  const { shown } = editor.state().session
  if (!shown || !editor.camera) return
  const { graph, layout } = shown.picture
  const selected = place ? undefined : selectedNodes(editor.state()).at(-1)
  const box = selected === undefined ? undefined : layout.nodes.get(selected)
  if (selected !== undefined && box) {
    const at = { x: box.x, y: box.y + box.height + 12, width: 200, height: 20 }
    const path = parentOf(selected)
    return editor.setSession({
      writing: { box: at, anchor: { path, node: idOf(selected), x: 0, y: Math.round(box.height + 12) } },
    })
  }
  const frame = editor.camera.frame()
  const { x, y } = place ?? { x: frame.x + frame.width / 2 - 60, y: frame.y + frame.height / 2 }
  const at = { x, y, width: 200, height: 20 }
  editor.setSession({ writing: { box: at, anchor: anchorAt(shown, at, graphAt(graph, layout, { x, y })) } })
}

/** Opens a field over a text or the heading of a frame. */
export function beginWriting(editor: Editor, selected: string) {
  const { shown } = editor.state().session
  const annotation = annotationAt(diagramOf(editor.state()), selected)
  if (!shown || !annotation) return
  const placed = placeAnnotations(shown.picture.graph, shown.picture.layout)
  const frame = placed.frames.get(selected)
  const first = frame?.pieces[0]
  const box =
    placed.texts.get(selected) ??
    frame?.heading ??
    (first && { x: first.x + 14, y: first.y - 8, width: 120, height: 16 })
  if (box) editor.setSession({ writing: { box, id: selected } })
}

/** What stands in the field at first. */
export function wordsBefore(editor: Editor): string {
  const { writing } = editor.state().session
  const annotation = writing?.id === undefined ? undefined : annotationAt(diagramOf(editor.state()), writing.id)
  return words(annotation?.content.words, documentLanguageOf(editor.state()))
}

/** The field is left: undefined leaves everything as it was. */
export function finishWriting(editor: Editor, text: string | undefined) {
  const { writing } = editor.state().session
  const before = wordsBefore(editor)
  editor.setSession({ writing: undefined })
  if (!writing || text === undefined || text.trim() === before) return
  if (writing.id !== undefined) return rewrite(editor, writing.id, text.trim())
  if (text.trim() === '' || !writing.anchor) return
  const { path, node, x, y } = writing.anchor
  const diagram = diagramOf(editor.state())
  const graph = insideOf(diagram, path)
  const body = graph === undefined ? undefined : bodyAt(diagram, graph)
  if (graph === undefined || !body) return
  const id = freeAnnotationId(body, 'text')
  const content = { id, ...(node !== undefined && { node }), x, y, words: text.trim() }
  editor.edit((each) => addText(each, graph, content), {
    select: [annotationId(path, 'text', id)],
    done: done('done.addText'),
  })
}

/** Empty words take a text away; a frame stays, without a heading. */
export function rewrite(editor: Editor, selected: string, text: string) {
  const annotation = annotationAt(diagramOf(editor.state()), selected)
  if (!annotation) return
  const { graph, content } = annotation
  const writing = writingOf(editor.state())
  const write = annotation.kind === 'text' ? setTextWords : setFrameWords
  editor.edit((each) => write(each, graph, content.id, text, writing), {
    done: done('done.writeText'),
    ...(annotation.kind === 'text' && text === '' && { select: [] }),
  })
}

/** Around the selected nodes of one graph; its heading is asked for at once. */
export function frameSelection(editor: Editor, path: string, ids: readonly string[]) {
  const diagram = diagramOf(editor.state())
  const graph = insideOf(diagram, path)
  const body = graph === undefined ? undefined : bodyAt(diagram, graph)
  if (graph === undefined || !body) return
  const id = freeAnnotationId(body, 'frame')
  const selected = annotationId(path, 'frame', id)
  const isAdded = editor.edit((each) => addFrame(each, graph, { id, nodes: [...ids] }), {
    select: [selected],
    done: done('done.addFrame'),
  })
  // At once, so that no letter is lost: the picture with the frame in it comes a little later.
  const layout = editor.state().session.shown?.picture.layout
  let around: Box | undefined
  for (const each of ids) around = union(around, layout?.nodes.get(pathIn(path, each)))
  if (isAdded && around)
    editor.setSession({ writing: { box: { x: around.x + 4, y: around.y - 18, width: 120, height: 16 }, id: selected } })
}

/** By a hand or by keys; with a hand it may come to belong to another node. */
export function moveTexts(editor: Editor, ids: readonly string[], by: Point, isNudge = false) {
  const { shown } = editor.state().session
  if (!shown) return
  const { graph, layout } = shown.picture
  const placed = placeAnnotations(graph, layout).texts
  const changes: ((diagram: Diagram) => Diagram)[] = []
  const selected: string[] = []
  for (const id of ids) {
    const annotation = annotationAt(diagramOf(editor.state()), id)
    const box = placed.get(id)
    if (annotation?.kind !== 'text' || !box) continue
    const { content, graph: place } = annotation
    const to = { ...box, x: box.x + by.x, y: box.y + by.y }
    const stays = isNudge || content.leader === true
    const path = stays ? annotationRef(id)!.path : graphAt(graph, layout, to)
    const target = insideOf(diagramOf(editor.state()), path)
    if (stays || target === undefined) {
      const at = { x: Math.round(content.x + by.x), y: Math.round(content.y + by.y) }
      changes.push((each) => setText(each, place, content.id, at))
      selected.push(id)
      continue
    }
    const { node, x, y } = anchorAt(shown, to, path)
    changes.push((each) => moveText(each, { graph: place, id: content.id }, { graph: target, node, x, y }))
    // In another graph it may get another id.
    const body = bodyAt(diagramOf(editor.state()), target)!
    const isTaken =
      target !== place && [...(body.texts ?? []), ...(body.frames ?? [])].some((each) => each.id === content.id)
    selected.push(annotationId(path, 'text', isTaken ? freeAnnotationId(body, 'text') : content.id))
  }
  const isMoved = editor.edit((diagram) => changes.reduce((each, change) => change(each), diagram), {
    select: [...editor.state().history.present.selection.filter((id) => !ids.includes(id)), ...selected],
    done: done('done.moveText'),
    ...(isNudge && { coalesce: `nudge ${ids.join()}` }),
  })
  // The next picture ends the drag; where nothing changed there is none.
  if (!isMoved) editor.setSession({ annotationDrag: undefined })
}

/** A diagram without some texts and frames. */
export function withoutAnnotations(diagram: Diagram, ids: readonly string[]): Diagram {
  return ids.reduce((each, id) => {
    const annotation = annotationAt(diagram, id)
    return annotation ? removeAnnotations(each, annotation.graph, [annotation.content.id]) : each
  }, diagram)
}

/** The paths of the nodes that a text or a frame belongs to. */
export function nodesOf(diagram: Diagram, selected: string): string[] {
  const annotation = annotationAt(diagram, selected)
  const ref = annotationRef(selected)
  if (!annotation || !ref) return []
  const ids =
    annotation.kind === 'frame'
      ? annotation.content.nodes
      : annotation.content.node === undefined
        ? []
        : [annotation.content.node]
  return ids.map((id) => pathIn(ref.path, id))
}
