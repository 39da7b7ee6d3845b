// A picture as React Flow's nodes and edges: transparent areas for the hand and the keyboard, no drawing. Pure.
import { Position, type Edge, type Node, type NodeHandle } from '@xyflow/react'
import type { Graph, GraphEdge, GraphNode } from '../../graph/graph'
import type { FlowDirection } from '../../graph/view'
import type { Layout } from '../../layout/layout'
import type { Box, Point } from '../../shared/geometry'
import { begins, handleId, refOf } from './ends'
import { portPlaces, type PortPlace, type Side } from './ports'

export type AreaNode = Node<
  { readonly node: GraphNode; readonly ports: readonly PortPlace[]; readonly box: Box },
  'box' | 'container'
>
export type AreaEdge = Edge<{ readonly edge: GraphEdge; readonly points: readonly Point[] }, 'route'>

export interface Flow {
  readonly nodes: readonly AreaNode[]
  readonly edges: readonly AreaEdge[]
}

/** What is said of a node or an edge to those who do not see it. */
export interface Spoken {
  node(node: GraphNode): string
  edge(edge: GraphEdge): string
}

const positions: Readonly<Record<Side, Position>> = {
  left: Position.Left,
  right: Position.Right,
  top: Position.Top,
  bottom: Position.Bottom,
}

/** Larger than the dot that is seen, so that a hand finds it. */
export const portSize = 12

export function toFlow(graph: Graph, layout: Layout, direction: FlowDirection, spoken: Spoken): Flow {
  const places = portPlaces(graph, layout, direction)
  const nodes: AreaNode[] = []
  const edges: AreaEdge[] = []
  const visit = (level: Graph, path: string, depth: number) => {
    for (const edge of level.edges) {
      const area = edgeArea(edge, path, layout, depth, spoken)
      if (area) edges.push(area)
    }
    for (const node of level.nodes) {
      const box = layout.nodes.get(node.path)
      if (!box) continue
      nodes.push(nodeArea(node, box, places.get(node.path) ?? [], depth, spoken))
      if (node.inside) visit(node.inside, node.path, depth + 1)
    }
  }
  visit(graph, '', 0)
  return { nodes, edges }
}

function nodeArea(
  node: GraphNode,
  box: Box,
  ports: readonly PortPlace[],
  depth: number,
  spoken: Spoken,
): AreaNode {
  // React Flow measures in whole pixels; anything else makes it measure again and forget the handles.
  const size = { width: Math.round(box.width), height: Math.round(box.height) }
  return {
    id: node.path,
    type: node.inside ? 'container' : 'box',
    position: { x: box.x, y: box.y },
    ...size,
    measured: size,
    zIndex: 2 * depth + (node.inside ? 0 : 1),
    handles: ports.map((place) => handleOf(place, box)),
    data: { node, ports, box },
    ariaLabel: spoken.node(node),
    selected: false,
    ...(node.inside && { dragHandle: '.container-grip', style: { pointerEvents: 'none' } }),
  }
}

function handleOf({ kind, port, at, side }: PortPlace, box: Box): NodeHandle {
  return {
    id: handleId(kind, port.id),
    type: begins(kind) ? 'source' : 'target',
    position: positions[side],
    x: at.x - box.x - portSize / 2,
    y: at.y - box.y - portSize / 2,
    width: portSize,
    height: portSize,
  }
}

function edgeArea(
  edge: GraphEdge,
  path: string,
  layout: Layout,
  depth: number,
  spoken: Spoken,
): AreaEdge | undefined {
  const points = layout.edges.get(edge.id)?.points
  if (!points || points.length < 2) return undefined
  const [from, to] = [refOf(edge.from, path, 'from'), refOf(edge.to, path, 'to')]
  return {
    id: edge.id,
    type: 'route',
    source: from.path,
    sourceHandle: handleId(from.kind, from.port),
    target: to.path,
    targetHandle: handleId(to.kind, to.port),
    zIndex: 2 * depth,
    data: { edge, points },
    ariaLabel: spoken.edge(edge),
    selected: false,
  }
}

/** The same areas with those of the selection marked; areas that stay as they were are the same objects. */
export function withSelection(flow: Flow, chosen: ReadonlySet<string>): { nodes: AreaNode[]; edges: AreaEdge[] } {
  const mark = <T extends { id: string; selected?: boolean }>(area: T): T =>
    chosen.has(area.id) ? { ...area, selected: true } : area
  return { nodes: flow.nodes.map(mark), edges: flow.edges.map(mark) }
}
