// What is selected, as commands need it. Pure.
import { isLocked } from '../../document/edit/view'
import { insideOf, nodeAt, placeOf } from '../../document/place'
import type { DiagramNode } from '../../document/schema'
import { selectedByGraph } from '../clipboard/fragments'
import { diagramOf, selectedNodes, type EditorState } from '../state'
import type { StringKey } from '../strings/language'

export interface ChosenNode {
  readonly path: string
  readonly place: string
  readonly node: DiagramNode
}

/** The selected node, where it is one. */
export function onlyNode(state: EditorState): ChosenNode | undefined {
  const [path, ...more] = selectedNodes(state)
  return path === undefined || more.length > 0 ? undefined : nodeOf(state, path)
}

export function nodeOf(state: EditorState, path: string): ChosenNode | undefined {
  const diagram = diagramOf(state)
  const place = placeOf(diagram, path)
  const node = place === undefined ? undefined : nodeAt(diagram, place)
  return place === undefined || !node ? undefined : { path, place, node }
}

export interface ChosenGraph {
  /** The path of the graph, and its place. */
  readonly path: string
  readonly graph: string
  readonly ids: readonly string[]
}

/** The selected nodes, where they lie in one graph. */
export function oneGraph(state: EditorState): ChosenGraph | undefined {
  const byGraph = selectedByGraph(state)
  const [[path, ids] = ['', []]] = byGraph
  const graph = byGraph.size === 1 ? insideOf(diagramOf(state), path) : undefined
  return graph === undefined ? undefined : { path, graph, ids }
}

/** Why the selection is not one graph's. */
export function whyNotOneGraph(state: EditorState): StringKey {
  return selectedNodes(state).length === 0 ? 'reason.selectNode' : 'reason.oneGraph'
}

export function hasNodes(state: EditorState) {
  return selectedNodes(state).length > 0 || 'reason.selectNode'
}

export function hasSeveral(state: EditorState) {
  return selectedNodes(state).length > 1 || 'reason.selectSeveral'
}

/** Of the selected nodes, the places, once each. */
export function selectedPlaces(state: EditorState): readonly string[] {
  const diagram = diagramOf(state)
  return [...new Set(selectedNodes(state).flatMap((path) => placeOf(diagram, path) ?? []))]
}

export function lockedPlaces(state: EditorState): readonly string[] {
  const diagram = diagramOf(state)
  return selectedPlaces(state).filter((place) => isLocked(diagram, place))
}
