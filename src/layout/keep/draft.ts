// What of a level that stood goes on in the new one: its boxes with their new sizes, its lines with the ends that they
// keep. Lines that have no old way are left open. In the frame of the flow; moves nothing.
import type { Box, Point } from '../../shared/geometry'
import type { Flow, FlowEdge, FlowEnd, FlowNode, FlowPort, Placed, PlacedRoute, Side } from '../flow'
import { boxAround, contains, intersection, segmentsOf, simplified } from '../plane'
import type { Edited } from './edits'
import { nameOf } from './standing'

export interface Body {
  readonly id: string
  readonly node: FlowNode
  readonly old: Box
  /** How far what is inside has come from the corner of the box. */
  readonly before: Point
  readonly hasChanged: boolean
  readonly was: FlowNode
  /** It was but a point of a line: it needs all the room that there should be. */
  readonly isNew: boolean
}

/** Where a line ends: on a body, by its distance from where the body counts from; or on the wall. */
export type Mooring =
  | { readonly kind: 'body'; readonly node: string; readonly side: Side; readonly old: Point; readonly now: Point }
  | { readonly kind: 'wall'; readonly port: string; readonly side: Side; readonly old: Point }

export interface Line {
  readonly edge: FlowEdge
  readonly points: readonly Point[]
  readonly start: Mooring
  readonly end: Mooring
  readonly label?: Box
}

export interface Draft {
  /** As it was before any edit. */
  readonly stood: Pick<Edited, 'before' | 'old'>
  readonly flow: Flow
  readonly old: Placed
  readonly bodies: readonly Body[]
  readonly lines: readonly Line[]
  /** Edges that need a way. */
  readonly open: readonly FlowEdge[]
  /** Nodes that need a place. */
  readonly newcomers: readonly FlowNode[]
  readonly ghosts: readonly Box[]
  /** Where corners have to be, by node. */
  readonly firm?: ReadonlyMap<string, Point>
}

const near = 0.75

export function draftOf(
  stood: Pick<Edited, 'before' | 'old'>,
  { before, old, inserted, ghosts }: Edited,
  flow: Flow,
  corners: ReadonlyMap<string, Point>,
): Draft {
  const known = new Map(before.nodes.map((node) => [node.id, node]))
  const bodies: Body[] = []
  const newcomers: FlowNode[] = []
  for (const node of flow.nodes) {
    const at = old.nodes.get(node.id)
    const was = known.get(node.id)
    if (at && was) {
      const moved = corners.get(node.id) ?? { x: 0, y: 0 }
      const isNew = inserted.has(node.id)
      bodies.push({ id: node.id, node, old: at, before: moved, hasChanged: isOther(was, node), was, isNew })
    } else newcomers.push(node)
  }
  const byId = new Map(bodies.map((body) => [body.id, body]))
  const lines: Line[] = []
  const open: FlowEdge[] = []
  for (const edge of flow.edges) {
    const route = old.routes.get(nameOf(edge))
    const points = route && simplified(route.points)
    if (!points || points.length < 2 || isFaulty(route, edge, old)) {
      open.push(edge)
      continue
    }
    const start = mooringOf(edge.from, points[0]!, byId, old, flow)
    const end = mooringOf(edge.to, points.at(-1)!, byId, old, flow)
    if (!start || !end || !leaves(points[0]!, points[1]!, start) || !leaves(points.at(-1)!, points.at(-2)!, end))
      open.push(edge)
    else lines.push({ edge, points, start, end, ...(route.label && edge.label ? { label: route.label } : {}) })
  }
  return { stood, flow, old, bodies, lines, open, newcomers, ghosts }
}

/** It should never have run so: through a box, or beside what is written on it. */
function isFaulty({ points, label }: PlacedRoute, edge: FlowEdge, { nodes }: Placed): boolean {
  const pieces = segmentsOf(points)
  if ([...nodes.values()].some((box) => pieces.some((piece) => intersection(piece, box) > near))) return true
  if (!label || !edge.label) return false
  const middle = { x: label.x + label.width / 2, y: label.y + label.height / 2 }
  return !pieces.some((piece) => contains(boxAround(piece), middle, near))
}

function isOther(was: FlowNode, node: FlowNode): boolean {
  const isSame = was.width === node.width && was.height === node.height && was.fixed === node.fixed
  return !isSame || (node.fixed && JSON.stringify(was.ports) !== JSON.stringify(node.ports))
}

/** The line goes straight away from the wall that it ends on. */
function leaves(from: Point, to: Point, { side, kind }: Mooring): boolean {
  const inward = kind === 'wall' ? -1 : 1
  if (side === 'start' || side === 'end') {
    return Math.abs(from.y - to.y) < near && (to.x - from.x) * (side === 'end' ? 1 : -1) * inward > 0
  }
  return Math.abs(from.x - to.x) < near && (to.y - from.y) * (side === 'high' ? 1 : -1) * inward > 0
}

function mooringOf(
  end: FlowEnd,
  point: Point,
  bodies: ReadonlyMap<string, Body>,
  old: Placed,
  flow: Flow,
): Mooring | undefined {
  if (end.node === undefined) {
    const wall = flow.walls.find(({ id }) => id === end.port)
    const at = old.walls.get(end.port)
    const side = at && sideOn({ x: 0, y: 0, width: old.width, height: old.height }, at)
    return wall && at && side ? { kind: 'wall', port: end.port, side, old: at } : undefined
  }
  const body = bodies.get(end.node)
  const side = body && (body.isNew ? sideOfPort(body, end.port) : sideOn(body.old, point))
  if (!body || !side) return undefined
  const offset = { x: point.x - body.old.x, y: point.y - body.old.y }
  const now = body.hasChanged ? portOn(body, end.port, side, offset) : offset
  if (!now) return undefined
  const { x, y } = body.before
  return { kind: 'body', node: end.node, side, old: offset, now: { x: now.x - x, y: now.y - y } }
}

const sideOfPort = ({ node }: Body, port: string) => node.ports.find(({ id }) => id === port)?.side

function sideOn({ x, y, width, height }: Box, point: Point): Side | undefined {
  if (Math.abs(point.x - x) < near) return 'start'
  if (Math.abs(point.x - x - width) < near) return 'end'
  if (Math.abs(point.y - y) < near) return 'low'
  return Math.abs(point.y - y - height) < near ? 'high' : undefined
}

/** Where the port lies now, from the new corner; `undefined` when it has gone to another side. */
function portOn({ node, old, was, isNew }: Body, id: string, side: Side, offset: Point): Point | undefined {
  const port = node.ports.find((each) => each.id === id)
  if (!port) return undefined
  const place = (at: number): Point => {
    if (side === 'start' || side === 'end') return { x: side === 'end' ? node.width : 0, y: at }
    return { x: at, y: side === 'high' ? node.height : 0 }
  }
  if (port.at !== undefined) return port.side === side ? place(port.at) : undefined
  // What was open had its ports where its inside wanted them; closed, it takes them as a closed box does.
  if (was.fixed || isNew) return place(placeAmong(node, was, port, side))
  const share = side === 'start' || side === 'end' ? offset.y / old.height : offset.x / old.width
  return place(share * (side === 'start' || side === 'end' ? node.height : node.width))
}

/** Evenly along its side. */
function placeAmong(node: FlowNode, was: FlowNode, port: FlowPort, side: Side): number {
  const isOnFlow = side === 'start' || side === 'end'
  const own = node.ports.filter(
    (each) => (each.side === 'start' || each.side === 'end') === isOnFlow && (!isOnFlow || each.side === side),
  )
  const before = (id: string) => was.ports.find((each) => each.id === id)?.at ?? 0
  own.sort((a, b) => before(a.id) - before(b.id))
  return ((isOnFlow ? node.height : node.width) * (own.indexOf(port) + 1)) / (own.length + 1)
}
