// Nodes and levels of a graph by their paths, however deep. What is not drawn (folded away) is not found.
import type { Graph, GraphNode } from './graph'
import { isInside } from '../shared/path'

/** Parents before what is inside them. */
export function* everyNode(graph: Graph): Generator<GraphNode> {
  for (const node of graph.nodes) {
    yield node
    if (node.inside) yield* everyNode(node.inside)
  }
}

export function nodeAt(graph: Graph, path: string): GraphNode | undefined {
  for (const node of graph.nodes) {
    if (node.path === path) return node
    if (node.inside && isInside(path, node.path)) return nodeAt(node.inside, path)
  }
  return undefined
}

/** What is inside the node at a path; the graph itself under the empty path. */
export function graphAt(graph: Graph, path: string): Graph | undefined {
  return path === '' ? graph : nodeAt(graph, path)?.inside
}
