// A port on the canvas, as building needs it: what travels there, where it is in the document, whether it is taken.
import { blockOf } from '../../blocks'
import { edgeInto } from '../../document/edit/edges'
import { insideOf, moduleOf } from '../../document/place'
import { portAt } from '../../document/ports'
import type { DiagramEdge } from '../../document/schema'
import { nodeAt } from '../../graph/walk'
import { nodeAtPath } from '../../semantics/tree'
import { format } from '../../shared/dimension'
import { analyse } from '../../semantics/analyse'
import { begins, graphEnd, type HandleRef } from '../canvas/edges/ends'
import { currentView, diagramOf, type EditorState } from '../state'
import type { Wanted } from './fits'

export interface PortHere {
  readonly ref: HandleRef
  /** The path of the graph in which edges from it lie, and that graph's place. */
  readonly path: string
  readonly graph: string
  /** `node.port` there. */
  readonly end: string
  readonly gives: boolean
}

export function portHere(state: EditorState, ref: HandleRef): PortHere | undefined {
  const { path, text } = graphEnd(ref)
  const graph = insideOf(diagramOf(state), path)
  return graph === undefined ? undefined : { ref, path, graph, end: text, gives: begins(ref.kind) }
}

/** The kinds that it is about: what the document says, else what is worked out to travel there. */
export function wantedAt(state: EditorState, { graph, end, gives, ref }: PortHere): Wanted {
  const port = portAt(diagramOf(state), graph, end, gives ? 'from' : 'to')
  const stated = port === 'any' || 'missing' in port ? [] : (port.kinds ?? [])
  const worked = gives ? tensorAt(state, ref)?.kind : undefined
  return { gives, kinds: worked && (stated.length === 0 || stated.includes(worked)) ? [worked] : stated }
}

/** What leaves there in the picture that is shown. */
function tensorAt(state: EditorState, { path, kind, port }: HandleRef) {
  const tree = state.session.shown?.picture.analysis.tree
  const item = tree && nodeAtPath(tree, path)
  const inference = item?.inference
  return kind === 's' ? inference?.outputs[port] : kind === 'S' ? inference?.inputs[port] : undefined
}

/** The width of what leaves there, in the names that are known in its graph. */
export function widthAt(state: EditorState, { graph, ref }: PortHere): string | number | undefined {
  if (moduleOf(graph) !== undefined) {
    const width = tensorAt(state, ref)?.shape.at(-1)
    return width && asParam(format(width))
  }
  const { tree } = analyse(diagramOf(state), currentView(state), 'symbolic')
  const inference = nodeAtPath(tree, ref.path)?.inference
  const tensor = ref.kind === 's' ? inference?.outputs[ref.port] : inference?.inputs[ref.port]
  const width = tensor?.shape.at(-1)
  return width && asParam(format(width))
}

export function asParam(expression: string): string | number {
  return /^\d+$/.test(expression) ? Number(expression) : expression
}

/** Whether a block of this type is told how wide its output is. */
export function hasWidth(type: string): boolean {
  const field = blockOf(type)?.fields['width']
  return field?.type === 'dimension' && field.initial !== 0
}

/** The edge that ends at it, where one does. */
export function edgeAtPort(state: EditorState, { graph, end, gives }: PortHere): DiagramEdge | undefined {
  return gives ? undefined : edgeInto(diagramOf(state), graph, end)
}

/** The ports of a drawn node, in the order in which a hand would take them: outputs, then inputs; the main ones first. */
export function refsOf(state: EditorState, path: string): HandleRef[] {
  const graph = state.session.shown?.picture.graph
  const node = graph && nodeAt(graph, path)
  if (!node) return []
  const mainFirst = <T extends { readonly side: boolean }>(list: readonly T[]) => [
    ...list.filter((port) => !port.side),
    ...list.filter((port) => port.side),
  ]
  return [
    ...mainFirst(node.outputs).map(({ id }): HandleRef => ({ path, kind: 's', port: id })),
    ...mainFirst(node.inputs).map(({ id }): HandleRef => ({ path, kind: 't', port: id })),
  ]
}
