// Nodes that are there already, taken out of their chain and put on an edge.
import { healing } from '../connecting'
import { endOf } from '../ends'
import { own } from '../own'
import { bodyAt, nodeIn, placeIn, updateBody } from '../place'
import { portsOf } from '../ports'
import type { Diagram, DiagramEdge, GraphBody } from '../schema'
import { connections } from '../sentences/connections'
import { isSide, putOnEdge, type OnEdge } from './feed'
import { clearPin } from './view'

interface Pulled {
  readonly diagram: Diagram
  /** The edges by which data came, and those by which it left. */
  readonly inputs: readonly DiagramEdge[]
  readonly outputs: readonly DiagramEdge[]
}

function pulled(diagram: Diagram, graph: string, ids: ReadonlySet<string>): Pulled | undefined {
  const body = bodyAt(diagram, graph)
  if (!body) return undefined
  const crossing = body.edges.filter(({ from, to }) => ids.has(endOf(from).node) !== ids.has(endOf(to).node))
  const inputs = crossing.filter(({ to }) => ids.has(endOf(to).node) && passes(diagram, graph, body, to))
  const outputs = crossing.filter(({ from }) => ids.has(endOf(from).node))
  const cut = new Set([...inputs, ...outputs])
  if (cut.size === 0) return { diagram, inputs, outputs }
  const closing = healing(diagram, graph, body, ids)
  const edges = [...body.edges.filter((edge) => !cut.has(edge)), ...closing]
  return { diagram: updateBody(diagram, graph, (each) => ({ ...each, edges })), inputs, outputs }
}

/** Whether what comes in there goes on through the node, and is not only looked at. */
function passes(diagram: Diagram, graph: string, body: GraphBody, to: string): boolean {
  const { node: id, port } = endOf(to)
  const node = nodeIn(body, id)
  const ports = node && portsOf(diagram, graph, node)
  if (!ports || isSide(diagram, graph, to)) return false
  const through = ports.inputs.filter((input) => ports.outputs.some((output) => output.id === input.id))
  return through.length === 0 || through.some((input) => input.id === port)
}

/** Whether data passes through none of them: nothing feeds them but from the side, and they feed nothing. */
export function areLoose(diagram: Diagram, graph: string, ids: readonly string[]): boolean {
  return pulled(diagram, graph, new Set(ids))?.diagram === diagram
}

/** Takes nodes out of their chain, which closes as if they were deleted. What they take from the side stays with them. */
export function pullOut(diagram: Diagram, graph: string, ids: readonly string[]): Diagram {
  return pulled(diagram, graph, new Set(ids))?.diagram ?? diagram
}

/** Takes nodes out of their chain and puts them on the edge that ends at `to`, or says why they do not go there. */
export function moveOntoEdge(diagram: Diagram, graph: string, chosen: readonly string[], to: string): OnEdge {
  const ids = new Set(chosen)
  const free = pulled(diagram, graph, ids)
  const edge = bodyAt(diagram, graph)?.edges.find((each) => each.to === to)
  if (!free || !edge) return { ok: false, message: undefined }
  if (ids.has(endOf(edge.from).node) || ids.has(endOf(edge.to).node))
    return { ok: false, message: connections.ownEdge() }
  const names = new Map(chosen.map((id) => [id, id]))
  const put = putOnEdge(free.diagram, { fragment: free }, graph, names, to)
  if (!put.ok) return put
  const ordered = beforeTarget(put.diagram, graph, ids, endOf(to).node)
  const pins = chosen.map((id) => placeIn(graph, id)).filter((place) => own(ordered.view?.pins, place))
  return { ok: true, diagram: pins.reduce(clearPin, ordered) }
}

/** The list of nodes is in the order of the data flow, which the layout keeps to. */
function beforeTarget(diagram: Diagram, graph: string, ids: ReadonlySet<string>, target: string): Diagram {
  return updateBody(diagram, graph, (body) => {
    const [moved, rest] = [body.nodes.filter(({ id }) => ids.has(id)), body.nodes.filter(({ id }) => !ids.has(id))]
    const at = rest.findIndex(({ id }) => id === target)
    return { ...body, nodes: rest.toSpliced(at < 0 ? rest.length : at, 0, ...moved) }
  })
}
