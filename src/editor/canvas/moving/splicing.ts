// Nodes under the hand over an edge: whether they would come to stand on it. What is loose does when it is let go there; what
// stands in a chain leaves it first, as long as Shift is held.
import { areLoose, moveOntoEdge, pullOut } from '../../../document/edit/splice'
import { isLocked, setPins } from '../../../document/edit/view'
import type { OnEdge } from '../../../document/edit/feed'
import { insideOf, nodeAt, placeIn } from '../../../document/place'
import type { Diagram } from '../../../document/schema'
import { titleWords } from '../../../document/titles'
import type { Graph, GraphEdge } from '../../../graph/graph'
import { graphAt } from '../../../graph/walk'
import { edgeIdParts } from '../../../shared/edgeId'
import type { Box, Point } from '../../../shared/geometry'
import { idOf, parentOf, pathIn } from '../../../shared/path'
import type { ChosenGraph } from '../../commands/chosen'
import type { Editor } from '../../editor'
import { done, type Done, type DoneKey } from '../../past/done'
import { diagramOf, type EditorState, type Splice } from '../../state'
import { say, tellNow } from '../../strings/language'
import { nearestEdge } from '../areas/hit'
import { heldModifiers } from './modifiers'
import { outermost, pinsAt } from './move'

/** Nodes of one graph that may be moved; undefined where they are not. */
export function spliced(diagram: Diagram, paths: readonly string[]): ChosenGraph | undefined {
  const tops = outermost(paths)
  const [first] = tops
  const path = first === undefined ? undefined : parentOf(first)
  const graph = path === undefined ? undefined : insideOf(diagram, path)
  if (path === undefined || graph === undefined || tops.some((each) => parentOf(each) !== path)) return undefined
  const ids = tops.map(idOf)
  return ids.some((id) => isLocked(diagram, placeIn(graph, id))) ? undefined : { path, graph, ids }
}

/** In the picture: an edge this near to the middle runs through the node. */
const mostReach = 24

/** The edge under nodes that a hand has at `box`, and what becomes of it; undefined where nobody means one. */
export function spliceUnder(state: EditorState, paths: readonly string[], box: Box | undefined): Splice | undefined {
  const diagram = diagramOf(state)
  const { shown } = state.session
  const chosen = spliced(diagram, paths)
  const level = shown && chosen && graphAt(shown.picture.graph, chosen.path)
  if (!level || !box || heldModifiers().alt) return undefined
  const at: Point = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  const reach = Math.min(box.width / 2, box.height / 2, mostReach)
  const edge = nearestEdge(edgesBeside(level, chosen.ids), shown.picture.layout, at, reach)
  return edge === undefined ? undefined : judged(diagram, chosen, edge, at)
}

/** The edges of the graph that neither begin nor end at these nodes. */
export function edgesBeside({ edges }: Graph, ids: readonly string[]): readonly GraphEdge[] {
  const own = new Set<string | undefined>(ids)
  return edges.filter(({ from, to }) => !own.has(from.node) && !own.has(to.node))
}

function judged(diagram: Diagram, { graph, ids }: ChosenGraph, edge: string, at: Point): Splice | undefined {
  const put = triedOn(diagram, graph, ids, edgeIdParts(edge).to)
  const isPulled = heldModifiers().shift
  const isFree = isPulled || areLoose(diagram, graph, ids)
  if (put.ok) return isFree ? { edge, at } : { edge, at, says: say('splice.hold'), waits: true }
  // What passes nothing on is only on its way elsewhere.
  if (!isFree || !put.message || (put.message.kind === 'passesNothing' && !isPulled)) return undefined
  return { edge, at, says: tellNow(put.message), refuses: true }
}

let tried: { readonly diagram: Diagram; readonly key: string; readonly put: OnEdge } | undefined

/** A hand comes by the same edge many times a second. */
function triedOn(diagram: Diagram, graph: string, ids: readonly string[], to: string): OnEdge {
  const key = [graph, to, ...ids].join(' ')
  if (tried?.diagram !== diagram || tried.key !== key)
    tried = { diagram, key, put: moveOntoEdge(diagram, graph, ids, to) }
  return tried.put
}

/** As one step. Says whether it could. */
export function putOntoEdge(editor: Editor, { path, graph, ids }: ChosenGraph, to: string): boolean {
  const put = moveOntoEdge(diagramOf(editor.state()), graph, ids, to)
  if (!put.ok) {
    if (put.message) editor.notify({ kind: 'problem', text: tellNow(put.message) })
    return false
  }
  return editor.edit(() => put.diagram, {
    select: ids.map((id) => pathIn(path, id)),
    done: doneWith(editor, 'done.putOnEdge', graph, ids),
    refit: true,
  })
}

/** Out of their chain, which closes; `places`: where a hand let them go. */
export function takeOutOfChain(
  editor: Editor,
  { graph, ids }: ChosenGraph,
  places?: ReadonlyMap<string, Point>,
): boolean {
  const pins = places && pinsAt(editor.state(), places)
  return editor.edit(
    (diagram) => {
      const out = pullOut(diagram, graph, ids)
      return pins && out !== diagram ? setPins(out, pins) : out
    },
    { done: doneWith(editor, 'done.pullOut', graph, ids) },
  )
}

function doneWith(editor: Editor, key: 'done.putOnEdge' | 'done.pullOut', graph: string, ids: readonly string[]): Done {
  const diagram = diagramOf(editor.state())
  const node = ids.length === 1 ? nodeAt(diagram, placeIn(graph, ids[0]!)) : undefined
  return node ? done(key, { name: titleWords(diagram, node) }) : done(`${key}Many` as DoneKey, { count: ids.length })
}
