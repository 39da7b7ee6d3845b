// Where the ports of a picture lie: at the ends of the routes, and for ports without an edge in the gaps between them.
import type { Graph, GraphNode, NodePort } from '../../../graph/graph'
import type { Layout } from '../../../layout/layout'
import type { FlowDirection } from '../../../graph/view'
import type { Box, Point } from '../../../shared/geometry'
import { handleId, refOf, type HandleKind } from './ends'

export type Side = 'left' | 'right' | 'top' | 'bottom'

export interface PortPlace {
  readonly kind: HandleKind
  readonly port: NodePort
  readonly at: Point
  /** The wall of the box on which it lies. */
  readonly side: Side
}

const sides: Readonly<Record<FlowDirection, readonly [inputs: Side, outputs: Side, across: Side]>> = {
  right: ['left', 'right', 'top'],
  down: ['top', 'bottom', 'left'],
  up: ['bottom', 'top', 'left'],
}

/** By path of the node. */
export function portPlaces(graph: Graph, layout: Layout, direction: FlowDirection): ReadonlyMap<string, PortPlace[]> {
  const ends = routeEnds(graph, layout)
  const found = new Map<string, PortPlace[]>()
  const visit = (level: Graph) => {
    for (const node of level.nodes) {
      const box = layout.nodes.get(node.path)
      if (box) found.set(node.path, placesOf(node, box, ends, sides[direction]))
      if (node.inside) visit(node.inside)
    }
  }
  visit(graph)
  return found
}

function placesOf(
  node: GraphNode,
  box: Box,
  ends: ReadonlyMap<string, Point>,
  [inputs, outputs, across]: readonly [Side, Side, Side],
): PortPlace[] {
  const outer = [
    ...lined(node, box, ends, 't', node.inputs, inputs, across),
    ...lined(node, box, ends, 's', node.outputs, outputs, across),
  ]
  if (!node.inside) return outer
  return [
    ...outer,
    ...lined(node, box, ends, 'S', node.inside.inputs, inputs, across),
    ...lined(node, box, ends, 'T', node.inside.outputs, outputs, across),
  ]
}

function lined(
  node: GraphNode,
  box: Box,
  ends: ReadonlyMap<string, Point>,
  kind: HandleKind,
  ports: readonly NodePort[],
  along: Side,
  across: Side,
): PortPlace[] {
  const open = { main: 0, side: 0 }
  const free = ports.filter((port) => !ends.has(endKey(node.path, kind, port.id)))
  return ports.map((port) => {
    const known = ends.get(endKey(node.path, kind, port.id))
    if (known) return { kind, port, at: known, side: nearestSide(box, known) }
    const side = port.side ? across : along
    const share = port.side ? 'side' : 'main'
    const mates = free.filter((each) => each.side === port.side).length
    return { kind, port, at: onSide(box, side, freeShare(++open[share], mates, free.length < ports.length)), side }
  })
}

/** Among ports that are in use, free ones keep to the lower half. */
function freeShare(number: number, mates: number, hasOthers: boolean): number {
  const share = number / (mates + 1)
  return hasOthers ? 0.5 + share / 2 : share
}

function onSide(box: Box, side: Side, share: number): Point {
  switch (side) {
    case 'left':
    case 'right':
      return { x: side === 'left' ? box.x : box.x + box.width, y: box.y + box.height * share }
    case 'top':
    case 'bottom':
      return { x: box.x + box.width * share, y: side === 'top' ? box.y : box.y + box.height }
  }
}

function nearestSide(box: Box, { x, y }: Point): Side {
  const distances: [Side, number][] = [
    ['left', Math.abs(x - box.x)],
    ['right', Math.abs(x - box.x - box.width)],
    ['top', Math.abs(y - box.y)],
    ['bottom', Math.abs(y - box.y - box.height)],
  ]
  return distances.reduce((best, each) => (each[1] < best[1] ? each : best))[0]
}

function endKey(path: string, kind: HandleKind, port: string): string {
  return `${path}|${handleId(kind, port)}`
}

function routeEnds(graph: Graph, layout: Layout): ReadonlyMap<string, Point> {
  const ends = new Map<string, Point>()
  const visit = (level: Graph, path: string) => {
    for (const edge of level.edges) {
      const points = layout.edges.get(edge.id)?.points
      if (!points?.length) continue
      const [from, to] = [refOf(edge.from, path, 'from'), refOf(edge.to, path, 'to')]
      ends.set(endKey(from.path, from.kind, from.port), points[0]!)
      ends.set(endKey(to.path, to.kind, to.port), points.at(-1)!)
    }
    for (const node of level.nodes) if (node.inside) visit(node.inside, node.path)
  }
  visit(graph, '')
  return ends
}
