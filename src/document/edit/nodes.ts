// Nodes come, go, are copied, get other ids.
import { healing, spliceInto } from '../connecting'
import { endOf, endText } from '../ends'
import { isFreeId, uniqueId } from '../ids'
import { bodyAt, nodeIn, placeIn, updateBody } from '../place'
import { own } from '../own'
import type { Diagram, DiagramEdge, DiagramNode, GraphBody, Pin } from '../schema'
import { bounded } from './bounded'
import { follow } from './references'
import { setPin } from './view'

export interface At {
  /** Before which node of the list; absent: last. The list is in the order of the data flow. */
  readonly index?: number
  readonly pin?: Pin
}

/** Adds a node; its id comes from `uniqueId`. Nothing happens where the id is not free or the module would contain itself. */
export function addNode(diagram: Diagram, graph: string, node: DiagramNode, at: At = {}): Diagram {
  const body = bodyAt(diagram, graph)
  if (!body || !isFreeId(body, node.id)) return diagram
  if (node.module !== undefined && !own(diagram.modules, node.module)) return diagram
  const added = updateBody(diagram, graph, (each) => ({
    ...each,
    nodes: each.nodes.toSpliced(at.index ?? each.nodes.length, 0, node),
  }))
  return bounded(diagram, at.pin ? setPin(added, placeIn(graph, node.id), at.pin) : added)
}

/** Adds a node in the middle of the edge that ends at `to`. Nothing happens where it does not fit; see `spliceInto`. */
export function addNodeOnEdge(diagram: Diagram, graph: string, node: DiagramNode, to: string, at: At = {}): Diagram {
  const body = bodyAt(diagram, graph)
  const edge = body?.edges.find((each) => each.to === to)
  const ports = edge && spliceInto(diagram, graph, node, edge)
  if (!body || !ports) return diagram
  const target = body.nodes.findIndex((each) => each.id === endOf(to).node)
  const added = addNode(diagram, graph, node, { index: target < 0 ? undefined : target, ...at })
  if (added === diagram) return diagram
  const into = { ...edge, to: endText({ node: node.id, port: ports.input }) }
  const onward = { from: endText({ node: node.id, port: ports.output }), to }
  return updateBody(added, graph, (each) => ({
    ...each,
    edges: each.edges.flatMap((old) => (old === edge ? [into, onward] : [old])),
  }))
}

export interface Removal {
  /** Close the gap in chains, where kinds allow. */
  readonly heal?: boolean
}

/** Takes nodes away, with their edges and all that points at them or into them. */
export function removeNodes(
  diagram: Diagram,
  graph: string,
  ids: readonly string[],
  { heal = false }: Removal = {},
): Diagram {
  const body = bodyAt(diagram, graph)
  const gone = new Set(ids.filter((id) => body && nodeIn(body, id)))
  if (!body || gone.size === 0) return diagram
  const isLeft = (edge: DiagramEdge) => !gone.has(endOf(edge.from).node) && !gone.has(endOf(edge.to).node)
  const changed = updateBody(diagram, graph, (each) => ({
    ...each,
    nodes: each.nodes.filter((node) => !gone.has(node.id)),
    edges: [...each.edges.filter(isLeft), ...(heal ? healing(diagram, graph, body, gone) : [])],
  }))
  return follow(diagram, changed, (at, id) => (at === graph && gone.has(id) ? undefined : [id]))
}

/** The ids that copies of nodes get. */
export function copyNames(body: GraphBody, ids: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const id of ids) names.set(id, uniqueId(body, id, new Set(names.values())))
  return names
}
