// Edges from leaf to leaf, for formats that lay a figure out by themselves and know no ports on the wall of a container:
// what crosses a wall goes on to whatever it reaches inside.
import { plainText } from '../drawing/math/spoken'
import type { Graph, GraphEdge, GraphNode } from '../graph/graph'

export interface LeafEnd {
  readonly node: GraphNode
  readonly port: string
}

export interface LeafEdge {
  readonly from: LeafEnd
  readonly to: LeafEnd
  readonly hue: GraphEdge['hue']
  /** The first label on the way. */
  readonly label: string
}

/** Is a node in the picture? */
export type IsShown = (path: string) => boolean

/** In the order of the graph, outermost first. A container that leads nowhere inside is an end itself. */
export function leafEdges(graph: Graph, isShown: IsShown): LeafEdge[] {
  const found: LeafEdge[] = []
  const visit = (level: Graph) => {
    for (const edge of level.edges) {
      // What begins at a wall was followed from outside.
      const start = edge.from.node === undefined ? undefined : nodeOf(level, edge.from.node)
      if (!start || !isShown(start.path)) continue
      const sources = start.inside ? sourcesIn(start, edge.from.port) : [{ node: start, port: edge.from.port }]
      for (const to of targets(level, edge))
        for (const from of sources)
          if (isShown(to.node.path)) found.push({ from, to, hue: edge.hue, label: plainText(edge.label?.text ?? '') })
    }
    for (const node of level.nodes) if (node.inside) visit(node.inside)
  }
  visit(graph)
  return found
}

function nodeOf({ nodes }: Graph, id: string): GraphNode | undefined {
  return nodes.find((node) => node.id === id)
}

/** Where an edge ends, through walls inward; outward it is followed from the other side. */
function targets(level: Graph, edge: GraphEdge): LeafEnd[] {
  const { node: id, port } = edge.to
  if (id === undefined) return []
  const node = nodeOf(level, id)
  if (!node) return []
  if (!node.inside) return [{ node, port }]
  const { inside } = node
  const ends = inside.edges
    .filter((each) => each.from.node === undefined && each.from.port === port)
    .flatMap((each) => (each.to.node === undefined ? [] : targets(inside, each)))
  return ends.length ? ends : [{ node, port }]
}

/** What leaves a container by a port. */
function sourcesIn(container: GraphNode, port: string): LeafEnd[] {
  const inside = container.inside!
  const ends = inside.edges
    .filter((each) => each.to.node === undefined && each.to.port === port)
    .flatMap((each) => {
      const node = each.from.node === undefined ? undefined : nodeOf(inside, each.from.node)
      if (!node) return []
      return node.inside ? sourcesIn(node, each.from.port) : [{ node, port: each.from.port }]
    })
  return ends.length ? ends : [{ node: container, port }]
}
