// The selection as a fragment, and where a fragment goes.
import { asGroup, cutOut } from '../../document/edit/cutOut'
import { connect, disconnect } from '../../document/edit/edges'
import { fitsOnEdge, type Feed } from '../../document/edit/feed'
import { insert, type Into } from '../../document/edit/insert'
import { endOf } from '../../document/ends'
import { fragmentOf, type Fragment } from '../../document/fragment'
import { bodyAt, insideOf } from '../../document/place'
import type { Diagram, Pin } from '../../document/schema'
import type { View } from '../../graph/view'
import { misfitOf, type Misfit, type Wire } from '../../semantics/joining/misfit'
import { phaseOf, variantOf } from '../../semantics/setting'
import type { Point } from '../../shared/geometry'
import { refuse } from '../canvas/edges/connecting'
import { edgeNear, graphAt, nodeAtPoint } from '../canvas/areas/hit'
import { outermost, pinOrigin } from '../canvas/moving/move'
import { editAdding } from '../canvas/camera/reveal'
import type { Editor } from '../editor'
import { currentView, diagramOf, selectedEdges, selectedNodes, type EditorState } from '../state'
import { tellNow } from '../strings/language'
import { idOf, parentOf, pathIn } from '../../shared/path'
import { edgeIdParts } from '../../shared/edgeId'

/**
 * The selected nodes without those that go along anyway, in lists by the path of their graph. A module that is seen in several
 * instances is one graph, by the first of its paths, and each of its nodes is in the list once.
 */
export function selectedByGraph(state: EditorState): ReadonlyMap<string, readonly string[]> {
  const diagram = diagramOf(state)
  const byPlace = new Map<string, { readonly path: string; readonly ids: Set<string> }>()
  for (const path of outermost(selectedNodes(state))) {
    const graph = insideOf(diagram, parentOf(path))
    if (graph === undefined) continue
    const known = byPlace.get(graph)
    if (known) known.ids.add(idOf(path))
    else byPlace.set(graph, { path: parentOf(path), ids: new Set([idOf(path)]) })
  }
  return new Map([...byPlace.values()].map(({ path, ids }) => [path, [...ids]]))
}

/** The variant and the phase that are looked at. */
function shownIn(state: EditorState) {
  const [diagram, view] = [diagramOf(state), currentView(state)]
  return { variant: variantOf(diagram, view)?.id, phase: phaseOf(diagram, view)?.id }
}

/** What is selected in one graph; undefined where it is nothing, or in several. */
export function selectionCut(state: EditorState): Fragment | undefined {
  const byGraph = selectedByGraph(state)
  const [[path, ids] = ['', []]] = byGraph
  return byGraph.size === 1 ? cutAt(state, path, ids) : undefined
}

export function cutAt(state: EditorState, path: string, ids: readonly string[]): Fragment | undefined {
  const fragment = cutOut(diagramOf(state), path, ids, shownIn(state))
  return fragment && { ...fragment, fragment: { ...fragment.fragment, places: placesIn(state, path, ids) } }
}

/** Where the nodes are, from their common top left. */
function placesIn(state: EditorState, path: string, ids: readonly string[]): Record<string, Pin> {
  const { shown } = state.session
  const boxes = ids.flatMap((id) => {
    const box = shown?.picture.layout.nodes.get(pathIn(path, id))
    return box ? [[id, box] as const] : []
  })
  const left = Math.min(...boxes.map(([, { x }]) => x))
  const top = Math.min(...boxes.map(([, { y }]) => y))
  return Object.fromEntries(boxes.map(([id, { x, y }]) => [id, { x: Math.round(x - left), y: Math.round(y - top) }]))
}

/** A document from elsewhere as something to be put into this one. */
export function asFragment(diagram: Diagram): Fragment {
  return (
    fragmentOf(diagram) ?? asGroup(diagram, { variant: variantOf(diagram, {})?.id, phase: phaseOf(diagram, {})?.id })
  )
}

/**
 * Where a fragment goes: onto the selected edge, after the selected node, to the hand, or beside what it is a copy of.
 * `hand`: a place of the picture that was chosen since the fragment was taken.
 */
export function whereTo(state: EditorState, fragment: Fragment, hand: Point | undefined): Into {
  const diagram = diagramOf(state)
  const [edge] = selectedEdges(state)
  if (edge !== undefined) {
    const { path, to } = edgeIdParts(edge)
    const graph = insideOf(diagram, path)
    if (graph !== undefined && couldSplice(diagram, fragment, path, graph, to))
      return { path, graph, feed: { as: 'onEdge', to } }
  }
  const chosen = outermost(selectedNodes(state))
  const last = chosen.at(-1)
  const home = homeOf(diagram, chosen, fragment)
  if (last !== undefined && home === undefined) {
    const graph = insideOf(diagram, parentOf(last))
    if (graph !== undefined) return { path: parentOf(last), graph, feed: { as: 'after', node: idOf(last) } }
  }
  const { shown } = state.session
  if (hand && shown && (home === undefined || !isOnNode(state, hand))) {
    const under = edgeNear(shown.picture.graph, shown.picture.layout, hand, 10)
    const ends = under === undefined ? undefined : edgeIdParts(under)
    const across = ends && insideOf(diagram, ends.path)
    if (ends && across !== undefined && couldSplice(diagram, fragment, ends.path, across, ends.to))
      return { path: ends.path, graph: across, feed: { as: 'onEdge', to: ends.to } }
    const path = graphAt(shown.picture.graph, shown.picture.layout, hand)
    const graph = insideOf(diagram, path)
    const origin = pinOrigin(shown, path)
    if (graph !== undefined) return { path, graph, at: { x: hand.x - origin.x, y: hand.y - origin.y } }
  }
  return home ?? { path: '', graph: '', feed: { as: 'before' } }
}

/** The graph from which the fragment came, where what is selected is what it was cut from. */
function homeOf(diagram: Diagram, chosen: readonly string[], fragment: Fragment): Into | undefined {
  const [first] = chosen
  if (first === undefined) return undefined
  const path = parentOf(first)
  const graph = insideOf(diagram, path)
  const ids = new Set(fragment.nodes.map((node) => node.id))
  const isHome =
    graph === fragment.fragment.graph && chosen.every((each) => parentOf(each) === path && ids.has(idOf(each)))
  return isHome ? { path, graph, feed: { as: 'before' } } : undefined
}

function isOnNode({ session: { shown } }: EditorState, hand: Point): boolean {
  if (!shown) return false
  const { graph, layout } = shown.picture
  const under = nodeAtPoint(graph, layout, hand)
  return under !== undefined && under !== graphAt(graph, layout, hand)
}

function couldSplice(diagram: Diagram, fragment: Fragment, path: string, graph: string, to: string): boolean {
  const trial = insert(diagram, fragment, { path, graph })
  if (!trial.ok) return false
  const ids = new Map(fragment.nodes.map((node, index) => [node.id, trial.ids[index]!]))
  return fitsOnEdge(trial.diagram, fragment, graph, ids, to)
}

/** Puts it in and selects it. Gives a sentence where that cannot be. */
export function put(editor: Editor, fragment: Fragment, into: Into): string | undefined {
  const inserted = insert(diagramOf(editor.state()), fragment, into)
  if (!inserted.ok) return tellNow(inserted.message)
  const paths = inserted.ids.map((id) => pathIn(into.path, id))
  const { diagram, refused } = joined(inserted.diagram, currentView(editor.state()), into, new Set(inserted.ids))
  editAdding(editor, () => diagram, paths)
  if (refused) {
    const { wire, misfit } = refused
    const draw = (each: Diagram) => connect(each, wire.graph, wire.from, wire.to)
    refuse(editor, wire, draw, { sentence: tellNow(misfit.message), misfit })
  }
  return undefined
}

/** Without the edges by which what was put in was joined to what was there, where it does not fit; the first of them. */
function joined(diagram: Diagram, view: View, { path, graph, feed }: Into, ids: ReadonlySet<string>) {
  let fitting = diagram
  let refused: { readonly wire: Wire; readonly misfit: Misfit } | undefined
  // The middle of an edge is where a person wanted it, and what is wrong there is said there.
  if (feed === undefined || feed.as === 'onEdge') return { diagram, refused }
  for (const { from, to } of bodyAt(diagram, graph)?.edges ?? []) {
    if (ids.has(endOf(from).node) === ids.has(endOf(to).node)) continue
    const wire = { path, graph, from, to }
    const without = disconnect(fitting, graph, to)
    const misfit = misfitOf(without, view, wire)
    if (misfit) fitting = without
    if (misfit) refused ??= { wire, misfit }
  }
  return { diagram: fitting, refused }
}

export type { Feed }
