// Where lines end that have no way yet: on the port where others end, on a wall, or where a box has most room on its side.
// In the frame of the flow; moves nothing.
import type { Box, Point } from '../../shared/geometry'
import type { Flow, FlowEdge, FlowEnd, FlowNode, Placed, Side } from '../flow'
import { widestGap } from '../orient'
import { overlap } from '../plane'
import { type End, endOn } from '../router'

export interface Endings {
  /** In the order of the edges. */
  readonly ends: readonly { readonly edge: FlowEdge; readonly from: End; readonly to: End }[]
  readonly walls: ReadonlyMap<string, Point>
}

/** `blocks` are in the way besides the boxes of nodes. */
export function endingsOf(placed: Placed, flow: Flow, open: readonly FlowEdge[], blocks: readonly Box[]): Endings {
  const ports = portPlaces(placed, flow, [...placed.nodes.values(), ...blocks])
  const walls = new Map(placed.walls)
  const wall = { x: 0, y: 0, width: placed.width, height: placed.height }
  const endAt = ({ node, port }: FlowEnd, edge: FlowEdge): End => {
    if (node !== undefined) return endOn(placed.nodes.get(node)!, ports.get(`${node}\n${port}`)!)
    const at = walls.get(port) ?? wallPlace(port, edge, flow, placed, walls, blocks)
    walls.set(port, at)
    return endOn(wall, at, true)
  }
  const ends = open.map((edge) => ({ edge, from: endAt(edge.from, edge), to: endAt(edge.to, edge) }))
  return { ends, walls }
}

/** By node and port. */
function portPlaces(placed: Placed, flow: Flow, boxes: readonly Box[]): Map<string, Point> {
  const found = new Map<string, Point>()
  const taken = new Map<string, Point[]>()
  for (const edge of flow.edges) {
    const points = placed.routes.get(edge.id)?.points
    if (!points) continue
    for (const [end, at] of [
      [edge.from, points[0]!],
      [edge.to, points.at(-1)!],
    ] as const) {
      if (end.node === undefined) continue
      found.set(`${end.node}\n${end.port}`, at)
      taken.set(end.node, [...(taken.get(end.node) ?? []), at])
    }
  }
  for (const node of flow.nodes) {
    const box = placed.nodes.get(node.id)!
    for (const port of node.ports)
      if (port.at !== undefined) found.set(`${node.id}\n${port.id}`, onSide(box, port.side, port.at))
    const others = boxes.filter((other) => other !== box)
    const spanOf = (side: Side) => openSpan(box, side, others)
    const other = (port: string, side: Side) => otherEnd(node.id, port, side, flow, placed)
    for (const [port, at] of freePorts(node, box, taken.get(node.id) ?? [], found, spanOf, other))
      found.set(`${node.id}\n${port}`, at)
  }
  return found
}

/** The ports of a closed box where nothing ends as yet. */
function freePorts(
  node: FlowNode,
  box: Box,
  taken: readonly Point[],
  found: ReadonlyMap<string, Point>,
  spanOf: (side: Side) => Span | undefined,
  otherEnd: (port: string, side: Side) => number,
): [string, Point][] {
  const offsets = (side: Side) =>
    taken.filter((point) => isOn(box, side, point)).map((at) => (isOnFlow(side) ? at.y - box.y : at.x - box.x))
  const bySide = new Map<Side, { id: string; from: number }[]>()
  for (const { id, side: wanted } of node.ports) {
    if (found.has(`${node.id}\n${id}`)) continue
    const free = sidesFor(node, wanted).filter((side) => offsets(side).length === 0 && !(node.sign && bySide.has(side)))
    const open = [...free, wanted, ...(node.fixed ? [] : sides)]
    const side = open.find((each) => spanOf(each)) ?? free[0] ?? wanted
    bySide.set(side, [...(bySide.get(side) ?? []), { id, from: otherEnd(id, side) }])
  }
  return [...bySide].flatMap(([side, ports]) => {
    const { from, length } = spanOf(side) ?? { from: 0, length: lengthOf(box, side) }
    const before = offsets(side).flatMap((at) => (at >= from && at <= from + length ? [at - from] : []))
    const now = [...before]
    // In the order in which the lines come, so that they do not cross.
    const sorted = ports.sort((a, b) => a.from - b.from)
    return sorted.map(({ id }, index): [string, Point] => {
      const at = before.length === 0 ? (length * (index + 1)) / (ports.length + 1) : widestGap(now, length)
      now.push(at)
      return [id, onSide(box, side, from + at)]
    })
  })
}

/** A small circle takes each line on a side of its own; a closed box what comes from beside the flow on either. */
function sidesFor({ sign, fixed }: FlowNode, side: Side): Side[] {
  if (side === 'end' || fixed) return [side]
  if (sign) return ['start', 'low', 'high']
  return side === 'start' ? [side] : [side, side === 'low' ? 'high' : 'low']
}

const sides: readonly Side[] = ['low', 'high', 'end', 'start']

interface Span {
  readonly from: number
  readonly length: number
}

/** How near to a side something shuts it, and how far beside it. */
const shutting = 12
const beside = 7
const shortest = 8

/** The longest stretch of a side to which a line can come; `undefined` when the side is shut. */
function openSpan(box: Box, side: Side, others: readonly Box[]): Span | undefined {
  const length = lengthOf(box, side)
  const corner = onSide(box, side, 0)
  const out = side === 'start' || side === 'low' ? -shutting : 0
  const strip = isOnFlow(side)
    ? { x: corner.x + out, y: corner.y, width: shutting, height: length }
    : { x: corner.x, y: corner.y + out, width: length, height: shutting }
  const taken = others
    .filter((other) => overlap(other, strip, beside))
    .map((other): [number, number] => {
      const [from, size] = isOnFlow(side) ? [other.y - box.y, other.height] : [other.x - box.x, other.width]
      return [from - beside, from + size + beside]
    })
    .sort((a, b) => a[0] - b[0])
  let best: Span = { from: 0, length: 0 }
  let from = 0
  for (const [low, high] of [...taken, [length, length] as const]) {
    if (low - from > best.length) best = { from, length: low - from }
    from = Math.max(from, high)
  }
  return taken.length === 0 || best.length >= shortest ? best : undefined
}

function lengthOf({ width, height }: Box, side: Side): number {
  return isOnFlow(side) ? height : width
}

/** Where the line of a port comes from or goes to, along the side. */
function otherEnd(node: string, port: string, side: Side, flow: Flow, placed: Placed): number {
  const isOwn = (end: FlowEnd) => end.node === node && end.port === port
  const edge = flow.edges.find(({ from, to }) => isOwn(from) || isOwn(to))
  const other = edge && (isOwn(edge.from) ? edge.to : edge.from)
  const box = other?.node === undefined ? undefined : placed.nodes.get(other.node)
  return box ? middleAlong(box, side) : 0
}

/** Beside what the line goes to, clear of others. */
function wallPlace(
  id: string,
  edge: FlowEdge,
  flow: Flow,
  placed: Placed,
  walls: ReadonlyMap<string, Point>,
  blocks: readonly Box[],
): Point {
  const { side } = flow.walls.find((port) => port.id === id)!
  const wall = { x: 0, y: 0, width: placed.width, height: placed.height }
  const other = edge.from.node === undefined ? edge.to : edge.from
  const target = other.node === undefined ? undefined : placed.nodes.get(other.node)
  const taken = [...walls.values()].filter((at) => isOn(wall, side, at)).map(({ x, y }) => (isOnFlow(side) ? y : x))
  let at = middleAlong(target ?? wall, side)
  const isShut = () =>
    taken.some((each) => Math.abs(each - at) < 14) ||
    blocks.some((block) => overlap(block, { ...onSide(wall, side, at), width: 0, height: 0 }, 12))
  while (isShut()) at += 14
  return onSide(wall, side, at)
}

const isOnFlow = (side: Side) => side === 'start' || side === 'end'

function middleAlong({ x, y, width, height }: Box, side: Side): number {
  return isOnFlow(side) ? y + height / 2 : x + width / 2
}

function onSide({ x, y, width, height }: Box, side: Side, at: number): Point {
  if (isOnFlow(side)) return { x: side === 'start' ? x : x + width, y: y + at }
  return { x: x + at, y: side === 'low' ? y : y + height }
}

function isOn(box: Box, side: Side, point: Point): boolean {
  const spot = onSide(box, side, 0)
  return isOnFlow(side) ? Math.abs(spot.x - point.x) < 1 : Math.abs(spot.y - point.y) < 1
}
