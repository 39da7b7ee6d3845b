// Gives a way to the lines that have none: around what stands there. In the frame of the flow; moves nothing else.
import type { Box, Point, Size } from '../../shared/geometry'
import type { Flow, FlowEdge, FlowEnd, FlowNode, Placed, PlacedRoute, Side } from '../flow'
import { netOf } from '../flow'
import { placeLabel } from '../labels'
import { widestGap } from '../orient'
import { overlap, segmentsOf } from '../plane'
import { type End, endOn, routeBetween, stubEnd } from '../router'

export interface Ground {
  readonly flow: Flow
  /** Lines keep clear of it. */
  readonly title?: Box
  /** How far lines may go beyond what there is, on the far sides: there is room to be had. */
  readonly beyond: Point
  /** Whether the picture has a margin on the near sides, too. */
  readonly overhang: number
}

/** `undefined` where one of them finds no way, or its label no place. */
export function mended(placed: Placed, open: readonly FlowEdge[], ground: Ground): Placed | undefined {
  if (open.length === 0) return placed
  const { flow, title, beyond, overhang } = ground
  const boxes = [...placed.nodes.values(), ...(title ? [title] : [])]
  const nodes = new Map(flow.nodes.map((node) => [node.id, node]))
  const routes = new Map(placed.routes)
  const walls = new Map(placed.walls)
  const kept = flow.edges.flatMap((edge) => {
    const route = routes.get(edge.id)
    return route ? [{ edge, net: netOf(edge), points: route.points }] : []
  })
  const lines = kept.map(({ net, points }) => ({ net, points }))
  const labels = [...routes.values()].flatMap(({ label }) => (label ? [label] : []))
  const area = {
    x: -overhang,
    y: -overhang,
    width: placed.width + overhang + beyond.x,
    height: placed.height + overhang + beyond.y,
  }
  const wall = { x: 0, y: 0, width: placed.width, height: placed.height }

  const endsOf = (edge: FlowEdge) => {
    const [from, to] = [endAt(edge.from, edge), endAt(edge.to, edge)]
    return from && to ? { edge, from, to } : undefined
  }
  const pending = open.map(endsOf)
  for (const each of pending) {
    if (!each) continue
    for (const end of [each.from, each.to])
      lines.push({ net: netOf(each.edge), points: [end, stubEnd(end, { boxes })] })
  }
  for (const each of pending) {
    if (!each) return undefined
    const { edge, from, to } = each
    const obstacles = { boxes: [...boxes, ...labels.map((label) => shrunk(label))], lines, area }
    const points = routeBetween(from, to, netOf(edge), obstacles)
    if (!points) return undefined
    lines.push({ net: netOf(edge), points })
    if (!edge.label) {
      routes.set(edge.id, { points })
      continue
    }
    const others = lines.filter(({ net }) => net !== netOf(edge)).flatMap((line) => segmentsOf(line.points))
    const label = placeLabel(points, edge.label, { boxes: [...boxes, ...labels], lines: others })
    if (!label) return undefined
    labels.push(label)
    routes.set(edge.id, { points, label })
  }
  return roomy({ ...placed, routes, walls }, flow)

  function endAt(end: FlowEnd, edge: FlowEdge): End | undefined {
    if (end.node === undefined) {
      const known = walls.get(end.port)
      const at = known ?? wallPlace(end.port, edge)
      walls.set(end.port, at)
      return endOn(wall, at, true)
    }
    const box = placed.nodes.get(end.node)!
    const node = nodes.get(end.node)!
    return endOn(box, portPlace(node, box, end.port))
  }

  /** Where others that share the port end, else where there is most room on its side. */
  function portPlace(node: FlowNode, box: Box, id: string): Point {
    const port = node.ports.find((each) => each.id === id)!
    if (port.at !== undefined) return onSide(box, port.side, port.at)
    const taken: Point[] = []
    for (const { edge, points } of [...kept, ...placedSoFar()]) {
      if (edge.from.node === node.id) {
        if (edge.from.port === id) return points[0]!
        taken.push(points[0]!)
      }
      if (edge.to.node === node.id) {
        if (edge.to.port === id) return points.at(-1)!
        taken.push(points.at(-1)!)
      }
    }
    const isOnFlow = port.side === 'start' || port.side === 'end'
    const length = isOnFlow ? box.height : box.width
    const sides: Side[] = isOnFlow || node.fixed ? [port.side] : [port.side, port.side === 'low' ? 'high' : 'low']
    const offsets = (side: Side) =>
      taken.filter((point) => isOn(box, side, point)).map((point) => (isOnFlow ? point.y - box.y : point.x - box.x))
    const side = sides.find((each) => offsets(each).length === 0) ?? port.side
    return onSide(box, side, widestGap(offsets(side), length))
  }

  function placedSoFar() {
    return open.flatMap((edge) => {
      const route = routes.get(edge.id)
      return route ? [{ edge, points: route.points }] : []
    })
  }

  function wallPlace(id: string, edge: FlowEdge): Point {
    const side = flow.walls.find((port) => port.id === id)!.side
    const other = edge.from.node === undefined ? edge.to : edge.from
    const target = other.node === undefined ? undefined : placed.nodes.get(other.node)
    const isOnFlow = side === 'start' || side === 'end'
    const wish = target
      ? isOnFlow
        ? target.y + target.height / 2
        : target.x + target.width / 2
      : (isOnFlow ? wall.height : wall.width) / 2
    const taken = [...walls.values()].filter((at) => isOn(wall, side, at)).map(({ x, y }) => (isOnFlow ? y : x))
    let at = wish
    while (taken.some((each) => Math.abs(each - at) < 14)) at += 14
    return onSide(wall, side, at)
  }
}

const shrunk = ({ x, y, width, height }: Box): Box => ({ x: x + 4, y: y + 4, width: width - 8, height: height - 8 })

function onSide({ x, y, width, height }: Box, side: Side, at: number): Point {
  if (side === 'start' || side === 'end') return { x: side === 'start' ? x : x + width, y: y + at }
  return { x: x + at, y: side === 'low' ? y : y + height }
}

function isOn(box: Box, side: Side, point: Point): boolean {
  const spot = onSide(box, side, 0)
  return side === 'start' || side === 'end' ? Math.abs(spot.x - point.x) < 1 : Math.abs(spot.y - point.y) < 1
}

/** The walls far enough out for all lines, and those that end there with them. */
function roomy(placed: Placed, flow: Flow): Placed {
  const inset = 12
  const hasWalls = placed.walls.size > 0
  let { width, height } = placed
  const grow = ({ x, y, width: w = 0, height: h = 0 }: Point & Partial<Size>) => {
    width = Math.max(width, x + w + (hasWalls ? inset : 0))
    height = Math.max(height, y + h + (hasWalls ? inset : 0))
  }
  for (const edge of flow.edges) {
    const route = placed.routes.get(edge.id)
    if (!route) continue
    const { points, label } = route
    points.slice(edge.from.node === undefined ? 1 : 0, edge.to.node === undefined ? -1 : undefined).forEach(grow)
    if (label) grow(label)
  }
  return widened(placed, flow, { width, height })
}

/** With the far walls farther out. */
export function widened(placed: Placed, flow: Flow, { width, height }: Size): Placed {
  if (width === placed.width && height === placed.height) return placed
  const onto = ({ x, y }: Point): Point => ({
    x: x >= placed.width - 0.01 ? width : x,
    y: y >= placed.height - 0.01 ? height : y,
  })
  const routes = new Map(placed.routes)
  for (const { id, from, to } of flow.edges) {
    const route = routes.get(id)
    if (!route) continue
    const points: Point[] = [...route.points]
    if (from.node === undefined) points[0] = onto(points[0]!)
    if (to.node === undefined) points[points.length - 1] = onto(points.at(-1)!)
    routes.set(id, { ...route, points } satisfies PlacedRoute)
  }
  const walls = new Map([...placed.walls].map(([id, at]) => [id, onto(at)]))
  return { ...placed, width, height, routes, walls }
}

export const isClear = (box: Box, others: readonly Box[], gap: number) =>
  others.every((other) => !overlap(box, other, gap))
