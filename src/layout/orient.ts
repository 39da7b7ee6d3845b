// Turns a graph into a level in the frame of its flow, and the placed level back into page coordinates.
// The only file that knows what `right`, `down` and `up` mean.
import type { Graph, GraphNode } from '../graph/graph'
import { box } from '../graph/typography'
import type { Box, Point, Size } from '../shared/geometry'
import type { Flow, FlowEdge, FlowEnd, FlowNode, FlowPort, Padding, Placed, Side } from './flow'
import { inPort, outPort } from './flow'
import type { FlowDirection } from './layout'

/** An open container seen from outside: its box, and where its ports lie on the wall, from its own top left. */
export interface Outside extends Size {
  readonly ports: ReadonlyMap<string, Point>
}

export interface Turn {
  readonly size: (size: Size) => Size
  /** A point of the page, inside a space of that page size, in the frame of the flow. Its own inverse pair is `back`. */
  readonly into: (point: Point, space: Size) => Point
  readonly back: (point: Point, space: Size) => Point
}

const swap = ({ width, height }: Size): Size => ({ width: height, height: width })

export const turns: Record<FlowDirection, Turn> = {
  right: { size: (size) => size, into: (point) => point, back: (point) => point },
  down: { size: swap, into: ({ x, y }) => ({ x: y, y: x }), back: ({ x, y }) => ({ x: y, y: x }) },
  up: {
    size: swap,
    into: ({ x, y }, space) => ({ x: space.height - y, y: x }),
    back: ({ x, y }, space) => ({ x: y, y: space.height - x }),
  },
}

/** The other way to run inside a container: across what surrounds it. */
export function acrossOf(direction: FlowDirection): FlowDirection {
  return direction === 'right' ? 'down' : 'right'
}

/** Where the wall's `side` ports are. Not through the title row of a container whose flow runs right. */
function sideWall(direction: FlowDirection): Side {
  return direction === 'right' ? 'high' : 'low'
}

export function paddingOf(direction: FlowDirection, isRoot: boolean, hasPorts: boolean): Padding {
  const { inset, header } = box
  if (isRoot && !hasPorts) return { start: 0, end: 0, low: 0, high: 0 }
  if (isRoot) return { start: inset, end: inset, low: inset, high: inset }
  if (direction === 'right') return { start: inset, end: inset, low: header, high: inset }
  const [start, end] = direction === 'down' ? [header, inset] : [inset, header]
  return { start, end, low: inset, high: inset }
}

/** Pins count from here: the top left corner of what a container holds, or of the picture. */
export function contentOrigin(graph: Graph, isRoot: boolean): Point {
  if (!isRoot) return { x: box.inset, y: box.header }
  const room = graph.inputs.length + graph.outputs.length > 0 ? box.inset : 0
  return { x: room, y: room }
}

function turnBox(turn: Turn, flowBox: Box, pageSpace: Size): Box {
  const corner = turn.back(flowBox, pageSpace)
  const opposite = turn.back({ x: flowBox.x + flowBox.width, y: flowBox.y + flowBox.height }, pageSpace)
  return { x: Math.min(corner.x, opposite.x), y: Math.min(corner.y, opposite.y), ...turn.size(flowBox) }
}

/** The other way round. */
export function intoFlow(turn: Turn, box: Box, pageSpace: Size): Box {
  const [a, b] = [turn.into(box, pageSpace), turn.into({ x: box.x + box.width, y: box.y + box.height }, pageSpace)]
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), ...turn.size(box) }
}

/** Those edges whose ends exist, named by their number: equal for all graphs of one key, unlike their ids. */
function drawable(graph: Graph): FlowEdge[] {
  const seen = new Map(graph.nodes.map((node) => [node.id, node]))
  const has = (ports: Graph['inputs'], id: string) => ports.some((port) => port.id === id)
  const turnLabel = (label: Size | undefined) => (label ? { label } : {})
  return graph.edges.flatMap((edge, index): FlowEdge[] => {
    const { from, to } = edge
    const fromPorts = from.node === undefined ? graph.inputs : seen.get(from.node)?.outputs
    const toPorts = to.node === undefined ? graph.outputs : seen.get(to.node)?.inputs
    if (!fromPorts || !toPorts || !has(fromPorts, from.port) || !has(toPorts, to.port)) return []
    const fromEnd: FlowEnd = { ...from, port: (from.node === undefined ? inPort : outPort)(from.port) }
    const toEnd: FlowEnd = { ...to, port: (to.node === undefined ? outPort : inPort)(to.port) }
    return [{ id: String(index), from: fromEnd, to: toEnd, ...turnLabel(edge.label?.size) }]
  })
}

export function toFlow(graph: Graph, insides: ReadonlyMap<string, Outside>, direction: FlowDirection): Flow {
  const turn = turns[direction]
  const edges = drawable(graph).map((edge) => (edge.label ? { ...edge, label: turn.size(edge.label) } : edge))
  const used = new Set(
    edges.flatMap(({ from, to }) => [`${from.node ?? ''}\n${from.port}`, `${to.node ?? ''}\n${to.port}`]),
  )
  const isUsed = (node: string, port: string) => used.has(`${node}\n${port}`)
  const wallSide = sideWall(direction)

  const walls: FlowPort[] = [
    ...graph.inputs.map((port): FlowPort => ({ id: inPort(port.id), side: port.side ? wallSide : 'start' })),
    ...graph.outputs.map((port): FlowPort => ({ id: outPort(port.id), side: 'end' })),
  ].filter((port) => isUsed('', port.id))
  const fromBelow = new Set(
    edges.flatMap((edge) => {
      const isSide = edge.from.node === undefined && walls.find((port) => port.id === edge.from.port)?.side === 'high'
      return isSide ? [`${edge.to.node ?? ''}\n${edge.to.port}`] : []
    }),
  )
  const nodes = graph.nodes.map((node): FlowNode => {
    const outside = insides.get(node.id)
    const { width, height } = outside ?? node.size
    const size = turn.size({ width, height })
    const ports = outside
      ? fixedPorts(node, outside, turn, size)
      : [
          ...node.inputs.map((port): FlowPort => {
            const id = inPort(port.id)
            return { id, side: !port.side ? 'start' : fromBelow.has(`${node.id}\n${id}`) ? 'high' : 'low' }
          }),
          ...node.outputs.map((port): FlowPort => ({ id: outPort(port.id), side: 'end' })),
        ]
    return {
      id: node.id,
      ...size,
      ports: ports.filter((port) => isUsed(node.id, port.id)),
      fixed: outside !== undefined,
      sign: node.sign !== '' && !outside,
    }
  })
  return { nodes, edges, walls }
}

/** The inside has decided where they lie. What it does not use lies in the widest gap of its side. */
function fixedPorts(node: GraphNode, outside: Outside, turn: Turn, size: Size): FlowPort[] {
  const ids = [
    ...node.inputs.map((port) => ({ id: inPort(port.id), fallback: port.side ? 'low' : 'start' }) as const),
    ...node.outputs.map((port) => ({ id: outPort(port.id), fallback: 'end' }) as const),
  ]
  const places = new Map<string, FlowPort>()
  for (const { id } of ids) {
    const page = outside.ports.get(id)
    if (!page) continue
    const { x, y } = turn.into(page, outside)
    if (x <= 0.01) places.set(id, { id, side: 'start', at: y })
    else if (x >= size.width - 0.01) places.set(id, { id, side: 'end', at: y })
    else places.set(id, { id, side: y <= size.height / 2 ? 'low' : 'high', at: x })
  }
  for (const { id, fallback: side } of ids) {
    if (places.has(id)) continue
    const taken = [...places.values()].flatMap((port) => (port.side === side ? [port.at!] : []))
    places.set(id, { id, side, at: widestGap(taken, side === 'low' ? size.width : size.height) })
  }
  return ids.map(({ id }) => places.get(id)!)
}

/** The middle of the widest gap between places on a side. */
export function widestGap(taken: readonly number[], length: number): number {
  const edges = [0, ...taken.toSorted((a, b) => a - b), length]
  let best = { at: length / 2, gap: -1 }
  edges.slice(1).forEach((edge, index) => {
    const gap = edge - edges[index]!
    if (gap > best.gap + 0.5) best = { at: edges[index]! + gap / 2, gap }
  })
  return best.at
}

export interface PlacedLevel extends Size {
  readonly nodes: ReadonlyMap<string, Box>
  readonly routes: ReadonlyMap<string, { readonly points: readonly Point[]; readonly label?: Box }>
  readonly walls: ReadonlyMap<string, Point>
  /** How far pins above or left of the corner have moved everything. */
  readonly shift?: Point
}

/** From the frame of the flow to page pixels, from the top left of the level. */
export function toPage(placed: Placed, direction: FlowDirection): PlacedLevel {
  const turn = turns[direction]
  const space = turn.size(placed)
  return {
    ...space,
    nodes: new Map([...placed.nodes].map(([id, flowBox]) => [id, turnBox(turn, flowBox, space)])),
    routes: new Map(
      [...placed.routes].map(([id, { points, label }]) => [
        id,
        {
          points: points.map((point) => turn.back(point, space)),
          ...(label ? { label: turnBox(turn, label, space) } : {}),
        },
      ]),
    ),
    walls: new Map([...placed.walls].map(([id, point]) => [id, turn.back(point, space)])),
  }
}
