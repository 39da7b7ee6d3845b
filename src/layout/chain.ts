// Places levels that are nothing but chains (… → node → node → …) without ELK, just as ELK would: nodes in a row on one
// straight line, chains one under the other. Most levels are such, and each call of ELK takes as long as hundreds of these.
import type { LevelRequest } from './elk'
import { positionOf } from './elk'
import type { Flow, FlowEdge, FlowEnd, FlowNode, Placed, PlacedRoute } from './flow'
import type { Box, Point } from '../shared/geometry'

/** Between chains that have nothing to do with each other. */
const betweenChains = 20

/** From one end to the other; `entry` comes from the wall at the start, `exit` goes to the one at the end. */
interface Chain {
  readonly nodes: readonly FlowNode[]
  /** Between them. */
  readonly edges: readonly FlowEdge[]
  readonly entry?: FlowEdge
  readonly exit?: FlowEdge
}

interface Strand {
  readonly boxes: Map<string, Box>
  readonly routes: Map<string, PlacedRoute>
  readonly width: number
  readonly low: number
  readonly high: number
}

/** `undefined` where the level is more than chains. */
export function chained(request: LevelRequest): Placed | undefined {
  const chains = chainsOf(request.flow)
  if (!chains || chains.length === 0) return undefined
  const { padding, flow } = request
  const strands = chains.map((chain) => strandOf(chain, request))
  const width = padding.start + Math.max(...strands.map((strand) => strand.width)) + padding.end
  const nodes = new Map<string, Box>()
  const routes = new Map<string, PlacedRoute>()
  const walls = new Map<string, Point>()
  let top = padding.low
  strands.forEach((strand, index) => {
    const move = <T extends Point>(thing: T): T => ({
      ...thing,
      x: thing.x + padding.start,
      y: thing.y + top - strand.low,
    })
    for (const [id, at] of strand.boxes) nodes.set(id, move(at))
    for (const [id, { points, label }] of strand.routes)
      routes.set(id, { points: points.map(move), ...(label ? { label: move(label) } : {}) })
    const { entry, exit, nodes: members } = chains[index]!
    if (entry) {
      const point = portAt(members[0]!, entry.to, nodes)
      walls.set(entry.from.port, { x: 0, y: point.y })
      routes.set(entry.id, { points: [{ x: 0, y: point.y }, point] })
    }
    if (exit) {
      const point = portAt(members.at(-1)!, exit.from, nodes)
      walls.set(exit.to.port, { x: width, y: point.y })
      routes.set(exit.id, { points: [point, { x: width, y: point.y }] })
    }
    top += strand.high - strand.low + betweenChains
  })
  const ordered = <T>(ids: readonly { readonly id: string }[], from: ReadonlyMap<string, T>) =>
    new Map(ids.map(({ id }) => [id, from.get(id)!]))
  return {
    width,
    height: top - betweenChains + padding.high,
    nodes: ordered(flow.nodes, nodes),
    routes: ordered(flow.edges, routes),
    walls: ordered(flow.walls, walls),
  }
}

function chainsOf(flow: Flow): Chain[] | undefined {
  const starts = new Set(flow.walls.flatMap(({ id, side }) => (side === 'start' ? [id] : [])))
  const ends = new Set(flow.walls.flatMap(({ id, side }) => (side === 'end' ? [id] : [])))
  if (starts.size + ends.size < flow.walls.length) return undefined
  const into = new Map<string, FlowEdge>()
  const outOf = new Map<string, FlowEdge>()
  for (const edge of flow.edges) {
    const { from, to } = edge
    if (from.node === undefined ? to.node === undefined || !starts.has(from.port) || edge.label : outOf.has(from.node))
      return undefined
    if (to.node === undefined ? !ends.has(to.port) || edge.label : into.has(to.node)) return undefined
    if (from.node !== undefined) outOf.set(from.node, edge)
    if (to.node !== undefined) into.set(to.node, edge)
  }
  const used = flow.edges.flatMap(({ from, to }) => [
    ...(from.node === undefined ? [`from ${from.port}`] : []),
    ...(to.node === undefined ? [`to ${to.port}`] : []),
  ])
  if (new Set(used).size < used.length || used.length < flow.walls.length) return undefined
  const nodes = new Map(flow.nodes.map((node) => [node.id, node]))
  for (const node of flow.nodes) if (!isOnLine(node)) return undefined
  const chains: Chain[] = []
  const seen = new Set<string>()
  for (const node of flow.nodes) {
    if (into.get(node.id)?.from.node !== undefined) continue
    const chain: FlowNode[] = []
    for (let at: string | undefined = node.id; at !== undefined; at = outOf.get(at)?.to.node) {
      seen.add(at)
      chain.push(nodes.get(at)!)
    }
    const last = outOf.get(chain.at(-1)!.id)
    const first = into.get(node.id)
    chains.push({
      nodes: chain,
      edges: chain.slice(0, -1).map(({ id }) => outOf.get(id)!),
      ...(first ? { entry: first } : {}),
      ...(last ? { exit: last } : {}),
    })
  }
  // What is left over goes round in circles.
  return seen.size === flow.nodes.length ? chains : undefined
}

/** At most one port before and one behind, and none beside. */
function isOnLine({ ports }: FlowNode): boolean {
  const sides = ports.map(({ side }) => side)
  return sides.length === new Set(sides).size && sides.every((side) => side === 'start' || side === 'end')
}

/** From x = 0 on, the line at y = 0. */
function strandOf({ nodes, edges }: Chain, { spacing, margins }: LevelRequest): Strand {
  const boxes = new Map<string, Box>()
  const routes = new Map<string, PlacedRoute>()
  let [x, low, high] = [0, Infinity, -Infinity]
  let line = 0
  nodes.forEach((node, index) => {
    const edge = edges[index - 1]
    const room = margins.get(node.id) ?? []
    const beside = Math.max(0, ...room.map(({ width }) => (width - node.width) / 2))
    x += beside
    if (edge) {
      const before = nodes[index - 1]!
      const from = portAt(before, edge.from, boxes)
      const label = edge.label && { ...edge.label, x: from.x + spacing.along, y: line - edge.label.height / 2 }
      if (label) [low, high] = [Math.min(low, label.y), Math.max(high, label.y + label.height)]
      routes.set(edge.id, { points: [from, { x, y: line }], ...(label ? { label } : {}) })
    }
    const inside = edge ? portPlace(node, edge.to) : 0
    boxes.set(node.id, { x, y: line - inside, width: node.width, height: node.height })
    const heightOn = (side: 'low' | 'high') =>
      Math.max(0, ...room.flatMap((each) => (each.side === side ? [each.height] : [])))
    low = Math.min(low, line - inside - heightOn('low'))
    high = Math.max(high, line - inside + node.height + heightOn('high'))
    const next = edges[index]
    if (next) line += portPlace(node, next.from) - inside
    x += node.width + beside
    if (next) x += spacing.along + (next.label ? next.label.width + spacing.along : 0)
  })
  return { boxes, routes, width: x, low, high }
}

function portPlace(node: FlowNode, { port }: FlowEnd): number {
  return node.ports.find(({ id }) => id === port)!.at ?? node.height / 2
}

function portAt(node: FlowNode, end: FlowEnd, boxes: ReadonlyMap<string, Box>): Point {
  const { x, y } = boxes.get(node.id)!
  const { side } = node.ports.find(({ id }) => id === end.port)!
  const at = positionOf(side, portPlace(node, end), node.width, node.height)
  return { x: x + at.x, y: y + at.y }
}
