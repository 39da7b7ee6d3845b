// Where new nodes go: on an edge, at a place that a hand chose, after what is selected, or at the end.
import { blockOf } from '../../blocks'
import { canConnect, spliceInto } from '../../document/connecting'
import { connect, edgeInto } from '../../document/edit/edges'
import { addNode, addNodeOnEdge } from '../../document/edit/nodes'
import { endOf } from '../../document/ends'
import { uniqueId } from '../../document/ids'
import { bodyAt, insideOf, moduleOf } from '../../document/place'
import { portsOf } from '../../document/ports'
import type { Diagram, DiagramNode } from '../../document/schema'
import { analyse } from '../../semantics/analyse'
import { edgeId } from '../../semantics/flow'
import { edgeAt } from '../../semantics/edges'
import { format } from '../../shared/dimension'
import type { Point } from '../../shared/geometry'
import type { Editor } from '../editor'
import { currentView, diagramOf, selectedEdges, selectedNodes, type EditorState, type Refusal } from '../state'
import { say } from '../strings/language'
import { edgeParts, idOf, join, parentOf } from './ends'

/** What the palette offers: a block, or a module of the document. */
export type Ware = { readonly block: string } | { readonly module: string }

export interface Target {
  /** The path of the graph that takes it. */
  readonly graph: string
  /** The id of the edge that it is put on. */
  readonly edge?: string
  /** From the top left of that graph. */
  readonly at?: Point
}

function newNode(diagram: Diagram, place: string, ware: Ware, params?: DiagramNode['params']): DiagramNode | undefined {
  const body = bodyAt(diagram, place)
  if (!body) return undefined
  const wish = 'block' in ware ? ware.block : ware.module
  return { id: uniqueId(body, wish), ...ware, ...(params && { params }) }
}

/** Puts a new node there and selects it. Says whether it could. */
export function addTo(editor: Editor, ware: Ware, target: Target): boolean {
  const state = editor.state()
  const diagram = diagramOf(state)
  const place = insideOf(diagram, target.graph)
  if (place === undefined) return false
  const params = target.edge ? fittingParams(state, ware, target.edge) : undefined
  const node = newNode(diagram, place, ware, params)
  if (!node) return false
  const pin = target.at && { x: Math.round(target.at.x), y: Math.round(target.at.y) }
  const to = target.edge === undefined ? undefined : edgeParts(target.edge).to
  const changed = editor.edit(
    (each) => (to === undefined ? addNode(each, place, node, { pin }) : addNodeOnEdge(each, place, node, to)),
    { select: [join(target.graph, node.id)] },
  )
  if (!changed) editor.notify({ kind: 'problem', text: say('problem.cannotAdd') })
  return changed
}

/** Adds where the selection says: on the selected edge, after the selected node, else at the end of the whole. */
export function addAtSelection(editor: Editor, ware: Ware): boolean {
  const state = editor.state()
  const [edge] = selectedEdges(state)
  if (edge !== undefined && canSplice(diagramOf(state), ware, edge)) {
    return addTo(editor, ware, { graph: edgeParts(edge).graph, edge })
  }
  const path = selectedNodes(state).at(-1)
  return path === undefined ? addTo(editor, ware, { graph: '' }) : addAfter(editor, ware, path)
}

/** After a node in its graph, fed by it where that fits. */
function addAfter(editor: Editor, ware: Ware, path: string): boolean {
  const diagram = diagramOf(editor.state())
  const graph = parentOf(path)
  const place = insideOf(diagram, graph)
  const node = place === undefined ? undefined : newNode(diagram, place, ware)
  if (place === undefined || !node) return false
  const index = bodyAt(diagram, place)!.nodes.findIndex((each) => each.id === idOf(path)) + 1
  return editor.edit(
    (before) => {
      const after = addNode(before, place, node, { index })
      return after === before ? before : fedBy(after, place, idOf(path), node)
    },
    { select: [join(graph, node.id)] },
  )
}

function fedBy(diagram: Diagram, place: string, from: string, node: DiagramNode): Diagram {
  const source = bodyAt(diagram, place)!.nodes.find((each) => each.id === from)
  const outputs = (source && portsOf(diagram, place, source)?.outputs) ?? []
  const inputs = portsOf(diagram, place, node)?.inputs ?? []
  for (const output of outputs) {
    for (const input of inputs) {
      const ends = [`${from}.${output.id}`, `${node.id}.${input.id}`] as const
      if (canConnect(diagram, place, ...ends) === undefined) return connect(diagram, place, ...ends)
    }
  }
  return diagram
}

/** Whether a new node of this kind would fit on an edge. */
export function canSplice(diagram: Diagram, ware: Ware, edge: string): boolean {
  const { graph, to } = edgeParts(edge)
  const place = insideOf(diagram, graph)
  const found = place === undefined ? undefined : edgeInto(diagram, place, to)
  return (
    place !== undefined &&
    found !== undefined &&
    spliceInto(diagram, place, { id: 'new', ...ware }, found) !== undefined
  )
}

/** A block that sets a width begins with the width that the edge has, so that it changes nothing downstream yet. */
function fittingParams(state: EditorState, ware: Ware, edge: string): DiagramNode['params'] {
  const field = 'block' in ware ? blockOf(ware.block)?.fields['width'] : undefined
  if (field?.type !== 'dimension') return undefined
  const diagram = diagramOf(state)
  const { graph, from, to } = edgeParts(edge)
  // Inside a module the symbols of the document may be hidden by the module's own parameters: a number is right there.
  const isInModule = moduleOf(insideOf(diagram, graph) ?? '') !== undefined
  const { tree } = analyse(diagram, currentView(state), isInModule ? 'numeric' : 'symbolic')
  const width = edgeAt(tree, edgeId(graph, { from, to }))?.tensor?.shape.at(-1)
  return width && { width: asParam(format(width)) }
}

function asParam(expression: string): string | number {
  return /^\d+$/.test(expression) ? Number(expression) : expression
}

/** Puts the block that a refusal proposes between the two ends, as one step. */
export function insertRepair(editor: Editor, repair: NonNullable<Refusal['repair']>) {
  const { graph } = repair.from
  const diagram = diagramOf(editor.state())
  const place = insideOf(diagram, graph)
  const node = place === undefined ? undefined : newNode(diagram, place, repair, { ...repair.params })
  if (place === undefined || !node) return
  editor.edit(
    (before) => {
      const index = bodyAt(before, place)!.nodes.findIndex((each) => each.id === endOf(repair.to.text).node)
      const added = addNode(
        before,
        place,
        { id: node.id, block: repair.block, params: node.params },
        index < 0 ? {} : { index },
      )
      const ports = portsOf(added, place, node)
      const [input, output] = [ports?.inputs[0], ports?.outputs[0]]
      if (added === before || !input || !output) return before
      const into = connect(added, place, repair.from.text, `${node.id}.${input.id}`)
      return connect(into, place, `${node.id}.${output.id}`, repair.to.text)
    },
    { select: [join(graph, node.id)] },
  )
}
