// Graphs of the same nodes in other words (other numbers, another phase, other chips) made equally large, so that one
// layout serves them all and nothing moves between them.
import type { Size } from '../shared/geometry'
import type { Graph, GraphEdge, GraphNode } from './graph'
import { graphKey } from './key'

export interface Alike {
  /** With everything that any of them shows: to be laid out. */
  readonly common: Graph
  /** The graphs in their order, each with its own words in boxes of the common size. */
  readonly each: readonly Graph[]
}

/** Equal for graphs that `alike` may be asked about: the same nodes, ports and edges, the same of them open. */
export function structureOf(graph: Graph): string {
  const ports = (list: GraphNode['inputs']) =>
    list.map(({ id, side, free }) => `${id}${side ? '/' : ''}${free ? '-' : ''}`)
  const nodes = graph.nodes.map((node) => [
    node.id,
    node.sign,
    node.stacked,
    ports(node.inputs),
    ports(node.outputs),
    node.inside ? structureOf(node.inside) : '',
  ])
  const edges = graph.edges.map(({ from, to }) => [from.node ?? '', from.port, to.node ?? '', to.port])
  return JSON.stringify([ports(graph.inputs), ports(graph.outputs), nodes, edges])
}

/** All must have the same structure. */
export function alike(graphs: readonly Graph[]): Alike {
  const common = merged(graphs)
  return { common, each: graphs.map((graph) => fitted(graph, common)) }
}

function merged(graphs: readonly Graph[]): Graph {
  const [first] = graphs
  const nodes = first!.nodes.map((node, i): GraphNode => {
    const all = graphs.map((graph) => graph.nodes[i]!)
    const inside = node.inside && merged(all.map((each) => each.inside!))
    // The header of an open container has to hold the longest badge.
    const badge = all.reduce((longest, each) => (each.badge.length > longest.length ? each.badge : longest), '')
    return { ...node, badge, size: largest(all.map((each) => each.size)), ...(inside && { inside }) }
  })
  const edges = first!.edges.map((edge, i): GraphEdge => {
    const labels = graphs.flatMap((graph) => graph.edges[i]!.label ?? [])
    if (!labels.length) return edge
    return { ...edge, label: { ...labels[0]!, size: largest(labels.map((label) => label.size)) } }
  })
  const graph = { ...first!, nodes, edges }
  return { ...graph, key: graphKey(graph) }
}

function fitted(graph: Graph, common: Graph): Graph {
  const nodes = graph.nodes.map((node, i) => {
    const { size, inside } = common.nodes[i]!
    return { ...node, size, ...(node.inside && { inside: fitted(node.inside, inside!) }) }
  })
  const edges = graph.edges.map((edge, i) => {
    const size = common.edges[i]!.label?.size
    return edge.label && size ? { ...edge, label: { ...edge.label, size } } : edge
  })
  return { ...graph, nodes, edges, key: common.key }
}

function largest(sizes: readonly Size[]): Size {
  return {
    width: Math.max(...sizes.map((size) => size.width)),
    height: Math.max(...sizes.map((size) => size.height)),
  }
}
