// Finds places for nodes that have none: beside what they are connected with, where nothing stands and no line runs. In
// the frame of the flow; moves nothing.
import type { Box, Point, Size } from '../../shared/geometry'
import type { Flow, FlowNode, Padding, Placed, Spacing } from '../flow'
import { boxAround, overlap, type Segment, segmentsOf } from '../plane'
import { onward, widened } from './widen'

export interface Clearing {
  readonly spacing: Spacing
  readonly padding: Padding
}

/** The level with them, as large as they need. Their lines are not there yet. */
export function withNewcomers(placed: Placed, newcomers: readonly FlowNode[], flow: Flow, room: Clearing): Placed {
  if (newcomers.length === 0) return placed
  const nodes = new Map(placed.nodes)
  const lines = flow.edges.flatMap((edge) => {
    const route = placed.routes.get(edge.id)
    return route ? segmentsOf(onward(route, edge, placed).points) : []
  })
  const labels = [...placed.routes.values()].flatMap(({ label }) => (label ? [label] : []))
  const clearance = {
    gap: room.spacing.across,
    beside: room.spacing.edgeNode,
    least: { x: room.padding.start, y: room.padding.low },
  }
  for (const node of newcomers) {
    const boxes = [...nodes.values()]
    const wish = wishFor(node, flow, nodes, placed, room)
    const at = { ...wish, width: node.width, height: node.height }
    nodes.set(node.id, freePlace(at, [...boxes, ...labels], lines, clearance))
  }
  const added = newcomers.map(({ id }) => nodes.get(id)!)
  const width = Math.max(placed.width, ...added.map((at) => at.x + at.width + room.padding.end))
  const height = Math.max(placed.height, ...added.map((at) => at.y + at.height + room.padding.high))
  return { ...widened(placed, flow, { width, height }), nodes }
}

function wishFor(
  node: FlowNode,
  flow: Flow,
  nodes: ReadonlyMap<string, Box>,
  { height }: Size,
  { spacing, padding }: Clearing,
): Point {
  const sources = flow.edges.flatMap(({ from, to }) => (to.node === node.id && from.node ? [nodes.get(from.node)] : []))
  const targets = flow.edges.flatMap(({ from, to }) => (from.node === node.id && to.node ? [nodes.get(to.node)] : []))
  const [source] = sources.flatMap((at) => at ?? [])
  if (source) return { x: source.x + source.width + spacing.along, y: source.y + (source.height - node.height) / 2 }
  const [target] = targets.flatMap((at) => at ?? [])
  if (target) return { x: target.x - spacing.along - node.width, y: target.y + (target.height - node.height) / 2 }
  return { x: padding.start, y: height - padding.high + (nodes.size > 0 ? spacing.across : 0) }
}

export interface Clearance {
  /** From boxes, and from lines. */
  readonly gap: number
  readonly beside: number
  /** Nothing comes before it. */
  readonly least: Point
}

/** The nearest place where it stands clear. */
export function freePlace(
  at: Box,
  boxes: readonly Box[],
  lines: readonly Segment[],
  { gap, beside, least }: Clearance,
): Box {
  const around = [
    ...boxes.map((box) => ({ box, by: gap })),
    ...lines.map((line) => ({ box: boxAround(line), by: beside })),
  ]
  const xs = new Set([at.x, least.x])
  const ys = new Set([at.y, least.y])
  for (const { box, by } of around) {
    xs.add(box.x - at.width - by).add(box.x + box.width + by)
    ys.add(box.y - at.height - by).add(box.y + box.height + by)
  }
  const near = (values: Iterable<number>, from: number, first: number) =>
    [...values].filter((value) => value >= first - 0.01).sort((a, b) => Math.abs(a - from) - Math.abs(b - from))
  const heights = near(ys, at.y, least.y)
  let best: Box | undefined
  let shortest = Infinity
  for (const x of near(xs, at.x, least.x)) {
    if (Math.abs(x - at.x) >= shortest) break
    for (const y of heights) {
      const way = Math.abs(x - at.x) + Math.abs(y - at.y)
      if (way >= shortest) break
      const next = { ...at, x, y }
      if (around.some(({ box, by }) => overlap(next, box, by - 0.01))) continue
      best = next
      shortest = way
      break
    }
  }
  if (!best) throw new Error('there is always room beyond the last box')
  return best
}
