// Small sources that feed a side port (a temperature, a mask, learned positions) stand right above or below the node
// they feed, on a short straight line. ELK only hears that the room is taken.
import type { Box } from '../shared/geometry'
import type { Flow, FlowEdge, FlowNode, PlacedRoute } from './flow'
import { sideOf } from './spine'

export interface Satellite {
  readonly node: FlowNode
  readonly edge: FlowEdge
  /** The node it feeds, and how far along it the port lies. */
  readonly at: string
  readonly port: number
  readonly side: 'low' | 'high'
  readonly gap: number
}

export function satellitesOf(flow: Flow, gap: number): Satellite[] {
  const result: Satellite[] = []
  for (const node of flow.nodes) {
    const touching = flow.edges.filter((edge) => edge.from.node === node.id || edge.to.node === node.id)
    const [edge] = touching
    if (!edge || touching.length !== 1 || edge.from.node !== node.id || edge.label || node.fixed || node.sign) continue
    const target = flow.nodes.find(({ id }) => id === edge.to.node)
    const side = target && sideOf(target, edge.to.port)
    if (!target || (side !== 'low' && side !== 'high')) continue
    const isAlone = target.ports.filter((port) => port.side === side).length === 1
    const feeds = flow.edges.filter((each) => each.to.node === target.id && each.to.port === edge.to.port)
    if (!isAlone || feeds.length > 1) continue
    const port = target.ports.find(({ id }) => id === edge.to.port)!.at ?? target.width / 2
    result.push({ node, edge, at: target.id, port, side, gap })
  }
  return result
}

/** Where it stands, once the node that it feeds has a place. */
export function sideBoxOf({ node, port, side, gap }: Satellite, target: Box): Box {
  const { width, height } = node
  const y = side === 'low' ? target.y - gap - height : target.y + target.height + gap
  return { x: target.x + port - width / 2, y, width, height }
}

export function sideRouteOf(satellite: Satellite, target: Box): PlacedRoute {
  const at = sideBoxOf(satellite, target)
  const x = target.x + satellite.port
  const [from, to] = satellite.side === 'low' ? [at.y + at.height, target.y] : [at.y, target.y + target.height]
  const points = [
    { x, y: from },
    { x, y: to },
  ]
  return { points }
}

/** What is left to lay out. */
export function without(flow: Flow, satellites: readonly Satellite[]): Flow {
  const nodes = new Set(satellites.map(({ node }) => node.id))
  const edges = new Set(satellites.map(({ edge }) => edge.id))
  const ports = new Set(satellites.map(({ at, edge }) => `${at}\n${edge.to.port}`))
  return {
    nodes: flow.nodes
      .filter(({ id }) => !nodes.has(id))
      .map((node) => ({ ...node, ports: node.ports.filter(({ id }) => !ports.has(`${node.id}\n${id}`)) })),
    edges: flow.edges.filter(({ id }) => !edges.has(id)),
    walls: flow.walls,
  }
}

/** The room that ELK leaves for them: centred on the node, hence wide where the port lies off its middle. */
export function marginsOf(flow: Flow, satellites: readonly Satellite[]) {
  const margins = new Map<string, { side: 'low' | 'high'; width: number; height: number }[]>()
  for (const { node, at, port, side, gap } of satellites) {
    const target = flow.nodes.find(({ id }) => id === at)!
    const width = node.width + 2 * Math.abs(port - target.width / 2)
    margins.set(at, [...(margins.get(at) ?? []), { side, width, height: node.height + gap }])
  }
  return margins
}
