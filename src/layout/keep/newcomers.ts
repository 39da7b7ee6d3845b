// Finds places for nodes that have none: beside what they are connected with, where nothing stands and no line runs. In
// the frame of the flow; moves nothing.
import type { Box, Size } from '../../shared/geometry'
import type { Flow, FlowNode, Padding, Placed, Spacing } from '../flow'
import { overlap, segmentsOf } from '../plane'

export interface Clearing {
  readonly spacing: Spacing
  readonly padding: Padding
}

/** The level with them, as large as they need. Their lines are not there yet. */
export function withNewcomers(placed: Placed, newcomers: readonly FlowNode[], flow: Flow, room: Clearing): Placed {
  if (newcomers.length === 0) return placed
  const nodes = new Map(placed.nodes)
  const lines = [...placed.routes.values()].flatMap(({ points }) =>
    segmentsOf(points).map(([a, b]): Box => ({
      x: Math.min(a.x, b.x),
      y: Math.min(a.y, b.y),
      width: Math.abs(a.x - b.x),
      height: Math.abs(a.y - b.y),
    })),
  )
  const labels = [...placed.routes.values()].flatMap(({ label }) => (label ? [label] : []))
  for (const node of newcomers) {
    const boxes = [...nodes.values()]
    const wish = wishFor(node, flow, nodes, placed, room)
    const least = { x: room.padding.start, y: room.padding.low }
    nodes.set(
      node.id,
      freePlace({ ...wish, width: node.width, height: node.height }, boxes, [...lines, ...labels], least, room),
    )
  }
  const added = newcomers.map(({ id }) => nodes.get(id)!)
  const width = Math.max(placed.width, ...added.map((at) => at.x + at.width + room.padding.end))
  const height = Math.max(placed.height, ...added.map((at) => at.y + at.height + room.padding.high))
  return { ...placed, nodes, width, height }
}

function wishFor(
  node: FlowNode,
  flow: Flow,
  nodes: ReadonlyMap<string, Box>,
  { height }: Size,
  { spacing, padding }: Clearing,
): { x: number; y: number } {
  const sources = flow.edges.flatMap(({ from, to }) => (to.node === node.id && from.node ? [nodes.get(from.node)] : []))
  const targets = flow.edges.flatMap(({ from, to }) => (from.node === node.id && to.node ? [nodes.get(to.node)] : []))
  const [source] = sources.flatMap((at) => at ?? [])
  if (source) return { x: source.x + source.width + spacing.along, y: source.y + (source.height - node.height) / 2 }
  const [target] = targets.flatMap((at) => at ?? [])
  if (target) return { x: target.x - spacing.along - node.width, y: target.y + (target.height - node.height) / 2 }
  return { x: padding.start, y: height - padding.high + (nodes.size > 0 ? spacing.across : 0) }
}

/** The nearest place where it stands clear. */
function freePlace(
  at: Box,
  boxes: readonly Box[],
  lines: readonly Box[],
  least: { readonly x: number; readonly y: number },
  { spacing }: Clearing,
): Box {
  const gap = spacing.across
  const beside = spacing.edgeNode
  const around = [...boxes.map((box) => ({ box, by: gap })), ...lines.map((box) => ({ box, by: beside }))]
  const xs = new Set([at.x, least.x])
  const ys = new Set([at.y, least.y])
  for (const { box, by } of around) {
    xs.add(box.x - at.width - by).add(box.x + box.width + by)
    ys.add(box.y - at.height - by).add(box.y + box.height + by)
  }
  let best: Box | undefined
  let shortest = Infinity
  const near = (values: Iterable<number>, from: number) =>
    [...values].sort((a, b) => Math.abs(a - from) - Math.abs(b - from))
  const heights = near(ys, at.y)
  for (const x of near(xs, at.x)) {
    if (x < least.x - 0.01) continue
    if (Math.abs(x - at.x) >= shortest) break
    for (const y of heights) {
      if (y < least.y - 0.01) continue
      const way = Math.abs(x - at.x) + Math.abs(y - at.y)
      if (way >= shortest) continue
      const next = { ...at, x, y }
      if (around.some(({ box, by }) => overlap(next, box, by - 0.01))) continue
      best = next
      shortest = way
    }
  }
  if (!best) throw new Error('there is always room beyond the last box')
  return best
}
