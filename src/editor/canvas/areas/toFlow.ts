// A picture as what React Flow and the edge layer need: transparent areas for the hand and the keyboard, no drawing. Pure.
import type { Node } from '@xyflow/react'
import type { Graph, GraphEdge, GraphNode } from '../../../graph/graph'
import type { FlowDirection } from '../../../graph/view'
import type { Layout } from '../../../layout/layout'
import type { Box, Point } from '../../../shared/geometry'
import { foldMarksFrom } from '../painting/foldMarks'
import { portPlaces, type PortPlace } from '../edges/ports'

export type AreaNode = Node<
  {
    readonly node: GraphNode
    readonly ports: readonly PortPlace[]
    readonly box: Box
    /** The zoom from which on it has a chevron. */
    readonly foldFrom: number
  },
  'box' | 'container'
>

/** An edge for the hand: React Flow does not know of it. */
export interface RouteArea {
  readonly id: string
  readonly label: string
  readonly points: readonly Point[]
}

export interface Flow {
  readonly nodes: readonly AreaNode[]
  readonly routes: readonly RouteArea[]
}

/** What is said of a node or an edge to those who do not see it. */
export interface Spoken {
  node(node: GraphNode): string
  edge(edge: GraphEdge): string
}

export function toFlow(graph: Graph, layout: Layout, direction: FlowDirection, spoken: Spoken): Flow {
  const places = portPlaces(graph, layout, direction)
  const folds = foldMarksFrom(graph, layout)
  const nodes: AreaNode[] = []
  const routes: RouteArea[] = []
  const visit = (level: Graph, depth: number) => {
    for (const edge of level.edges) {
      const points = layout.edges.get(edge.id)?.points
      if (points && points.length > 1) routes.push({ id: edge.id, label: spoken.edge(edge), points })
    }
    for (const node of level.nodes) {
      const box = layout.nodes.get(node.path)
      if (!box) continue
      nodes.push(nodeArea(node, box, places.get(node.path) ?? [], folds.get(node.path) ?? 0, depth, spoken))
      if (node.inside) visit(node.inside, depth + 1)
    }
  }
  visit(graph, 0)
  return { nodes, routes }
}

function nodeArea(
  node: GraphNode,
  box: Box,
  ports: readonly PortPlace[],
  foldFrom: number,
  depth: number,
  spoken: Spoken,
): AreaNode {
  // React Flow measures in whole pixels, and reports what differs.
  const size = { width: Math.round(box.width), height: Math.round(box.height) }
  return {
    id: node.path,
    type: node.inside ? 'container' : 'box',
    position: { x: box.x, y: box.y },
    ...size,
    measured: size,
    zIndex: 2 * depth + (node.inside ? 0 : 1),
    data: { node, ports, box, foldFrom },
    ariaLabel: spoken.node(node),
    selected: false,
    ...(node.pin?.locked && { draggable: false }),
    // Inside an open container the ground is for what lies there; only its wall and header can be grasped.
    ...(node.inside && { dragHandle: '.container-grip', style: { pointerEvents: 'none' } }),
  }
}

/** The same areas with those of the selection marked; areas that stay as they were are the same objects. */
export function withSelection(nodes: readonly AreaNode[], chosen: ReadonlySet<string>): AreaNode[] {
  return nodes.map((area) => (chosen.has(area.id) ? { ...area, selected: true } : area))
}
