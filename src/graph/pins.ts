// Whether a person has placed something in a graph, and the graph as if nobody had.
import type { Graph, GraphNode } from './graph'
import { graphKey } from './key'

/** Here or inside. */
export function hasPins({ nodes }: Graph): boolean {
  return nodes.some(({ pin, inside }) => pin !== undefined || (inside !== undefined && hasPins(inside)))
}

export function withoutPins(graph: Graph): Graph {
  if (!hasPins(graph)) return graph
  const nodes = graph.nodes.map(({ pin: _pin, ...node }): GraphNode => {
    return node.inside ? { ...node, inside: withoutPins(node.inside) } : node
  })
  return { ...graph, nodes, key: graphKey({ ...graph, nodes }) }
}
