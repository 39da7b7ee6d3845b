// Steps through the picture by keyboard: the selection moves, the focus and the camera follow, and it is said where one is.
import { isContainer } from '../../document/edit/view'
import { neighboursIn } from '../../graph/neighbours'
import { everyNode, nodeAt } from '../../graph/walk'
import { nodeAtPath } from '../../semantics/tree'
import { focusArea, focusSoon } from '../canvas/areas/focus'
import { keepInView, show } from '../canvas/camera/reveal'
import { spokenIn } from '../canvas/areas/spoken'
import type { Editor } from '../editor'
import { diagramOf, type EditorState } from '../state'
import { say } from '../strings/language'
import { nodeTowards, type Side } from './walk'
import { isNode } from '../selected'
import { parentOf } from '../../shared/path'
import { levelOf } from '../../shared/edgeId'

/** The last thing selected: a path, or the id of an edge. */
export function current(state: EditorState): string | undefined {
  return state.history.present.selection.at(-1)
}

/** Along an edge or to what stands that way. Says whether there was somewhere to go. */
export function stepTowards(editor: Editor, side: Side): boolean {
  const { shown } = editor.state().session
  if (!shown) return false
  const { graph, layout } = shown.picture
  const next = nodeTowards(graph, layout, current(editor.state()), side, shown.view.direction)
  if (next === undefined) {
    editor.announce(say('ways.nothingThere'))
    return false
  }
  arrive(editor, next)
  return true
}

/** To the first node inside, opened if it is folded. */
export function stepInto(editor: Editor, path: string) {
  const tree = editor.state().session.shown?.picture.analysis.tree
  const inside = tree && nodeAtPath(tree, path)?.inside
  const first = inside && [...inside.nodes.values()].find((item) => !item.inference.absent)
  if (first) arrive(editor, first.path)
}

/** To the container around the selection. */
export function stepOut(editor: Editor) {
  const id = current(editor.state())
  const parent = id === undefined ? '' : isNode(id) ? parentOf(id) : levelOf(id)
  if (parent !== '') arrive(editor, parent)
  else {
    editor.select([])
    document.querySelector<HTMLElement>('.react-flow')?.focus({ preventScroll: true })
    editor.announce(say('ways.outermost'))
  }
}

/** The edges at a node in turn, or those beside an edge that is selected already. */
export function nextEdge(editor: Editor) {
  const { shown } = editor.state().session
  const id = current(editor.state())
  if (!shown || id === undefined) return
  const at = isNode(id) ? id : (editor.state().session.edgesOf ?? id)
  editor.setSession({ edgesOf: at })
  const around = neighboursIn(shown.picture.graph)
  const edges = [...around.of(at, 'before'), ...around.of(at, 'after')].flatMap((each) => each.edges)
  const next = edges[(edges.indexOf(id) + 1) % edges.length]
  if (next === undefined) return editor.announce(say('ways.noEdges'))
  editor.select([next])
  focusArea(next)
}

function arrive(editor: Editor, path: string) {
  show(editor, parentOf(path), [path], ({ nodes }) => {
    const box = nodes.get(path)
    if (!box) return false
    keepInView(editor, box)
    focusSoon(editor, path)
    sayWhere(editor, path)
    return true
  })
}

/** What the node is, its state, its numbers, and what stands before and after it. */
export function sayWhere(editor: Editor, path: string) {
  const { shown } = editor.state().session
  const node = shown && nodeAt(shown.picture.graph, path)
  if (!shown || !node) return
  const { graph, analysis } = shown.picture
  const titles = new Map([...everyNode(graph)].map((each) => [each.path, each.title]))
  const list = (way: 'before' | 'after') =>
    neighboursIn(graph)
      .of(path, way)
      .map((each) => titles.get(each.path) ?? each.path)
      .join(', ')
  const [before, after] = [list('before'), list('after')]
  editor.announce(
    [
      spokenIn(analysis, say).node(node),
      before && say('ways.fedBy', { nodes: before }),
      after && say('ways.feeds', { nodes: after }),
    ]
      .filter(Boolean)
      .join('. '),
  )
}

export function isContainerSelected(state: EditorState): boolean {
  const id = current(state)
  return id !== undefined && isNode(id) && isContainer(diagramOf(state), id)
}

/** The focus goes to what is selected in the canvas, else to its first node. */
export function focusCanvas(editor: Editor) {
  const id = current(editor.state())
  if (id !== undefined && isNode(id)) focusArea(id)
  else document.querySelector<HTMLElement>('.stage .react-flow__node')?.focus({ preventScroll: true })
}
