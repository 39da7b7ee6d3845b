// What lies under a place of the picture. Pure.
import type { Graph, GraphEdge } from '../../../graph/graph'
import { everyNode } from '../../../graph/walk'
import type { Layout } from '../../../layout/layout'
import type { Box, Point } from '../../../shared/geometry'

/** The path of the innermost open container; empty for the root. */
export function graphAt(graph: Graph, layout: Layout, point: Point): string {
  for (const node of graph.nodes) {
    const box = layout.nodes.get(node.path)
    if (node.inside && box && holds(box, point)) return graphAt(node.inside, layout, point) || node.path
  }
  return ''
}

/** The path of the innermost node, open containers included. */
export function nodeAtPoint(graph: Graph, layout: Layout, point: Point): string | undefined {
  for (const node of graph.nodes) {
    const box = layout.nodes.get(node.path)
    if (box && holds(box, point)) return (node.inside && nodeAtPoint(node.inside, layout, point)) ?? node.path
  }
  return undefined
}

export function holds(box: Box, { x, y }: Point): boolean {
  return x >= box.x && y >= box.y && x <= box.x + box.width && y <= box.y + box.height
}

/** The edge nearest to a place, of those that are near enough. */
export function edgeNear(graph: Graph, layout: Layout, point: Point, reach: number): string | undefined {
  const levels = [graph, ...[...everyNode(graph)].flatMap(({ inside }) => inside ?? [])]
  return nearestEdge(
    levels.flatMap(({ edges }) => edges),
    layout,
    point,
    reach,
  )
}

/** The same among some edges. */
export function nearestEdge(
  edges: readonly GraphEdge[],
  layout: Layout,
  point: Point,
  reach: number,
): string | undefined {
  let best: string | undefined
  let least = reach
  for (const { id } of edges) {
    const away = distanceTo(layout.edges.get(id)?.points ?? [], point)
    if (away <= least) [best, least] = [id, away]
  }
  return best
}

function distanceTo(points: readonly Point[], { x, y }: Point): number {
  let least = Infinity
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1]!, points[i]!]
    const [dx, dy] = [b.x - a.x, b.y - a.y]
    const t = Math.max(0, Math.min(1, ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1)))
    least = Math.min(least, Math.hypot(x - a.x - t * dx, y - a.y - t * dy))
  }
  return least
}
