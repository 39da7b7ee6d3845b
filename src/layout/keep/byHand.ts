// Puts nodes where a person wants them, within a level as it stood: what they would cover steps aside to the nearest free
// place, and lines that are concerned are left open. In the frame of the flow.
import type { Box, Point } from '../../shared/geometry'
import type { Flow, FlowNode, Placed, PlacedRoute } from '../flow'
import { intersection, overlap, segmentsOf } from '../plane'
import type { Edited } from './edits'
import { freePlace } from './newcomers'
import { nameOf } from './standing'
import { onward } from './widen'

export interface Hand {
  /** Where corners are to be, by node. */
  readonly targets: ReadonlyMap<string, Point>
  /** Between a node that steps aside and all others. */
  readonly gap: number
  /** Nothing steps before it. */
  readonly least: Point
  /** What has grown grows where it stands, instead of pushing others away. */
  readonly inPlace: boolean
}

export function placedByHand(edited: Edited, flow: Flow, hand: Hand): Edited {
  const was = new Map(edited.before.nodes.map((node) => [node.id, node]))
  const wanted = new Map<string, Box>()
  const moved = new Set<string>()
  for (const node of flow.nodes) {
    const old = edited.old.nodes.get(node.id)
    const target = hand.targets.get(node.id)
    if (!old && !target) continue
    const isMoved = target !== undefined && (!old || away(old, target))
    const isOther = hand.inPlace && old !== undefined && (old.width !== node.width || old.height !== node.height)
    if (isMoved || isOther) moved.add(node.id)
    const { width, height } = isMoved || isOther || !old ? node : old
    wanted.set(node.id, { ...(target ?? middled(old!, node, isOther)), width, height })
  }
  if (moved.size === 0) return edited
  const nodes = spread(wanted, moved, edited.old, hand)
  const shifted = new Set(
    [...nodes].flatMap(([id, at]) => {
      const old = edited.old.nodes.get(id)
      return moved.has(id) || !old || away(old, at) ? [id] : []
    }),
  )
  const now = new Map(flow.nodes.map((node) => [node.id, node]))
  const placeholders = [...shifted].flatMap((id) => (was.has(id) ? [] : [now.get(id)!]))
  const beforeNodes = [...edited.before.nodes, ...placeholders].map((node): FlowNode => {
    return shifted.has(node.id) && moved.has(node.id) ? now.get(node.id)! : node
  })
  const boxes = [...shifted].map((id) => nodes.get(id)!)
  const routes = new Map(edited.old.routes)
  for (const edge of flow.edges) {
    const name = nameOf(edge)
    const route = routes.get(name)
    const isTouched = [edge.from.node, edge.to.node].some((id) => id !== undefined && shifted.has(id))
    if (route && (isTouched || isCovered(onward(route, edge, edited.old), boxes))) routes.delete(name)
  }
  const inserted = new Set([...edited.inserted].filter((id) => !shifted.has(id)))
  return {
    ...edited,
    inserted,
    before: { ...edited.before, nodes: beforeNodes },
    old: { ...edited.old, nodes, routes },
  }
}

const away = (a: Point, b: Point) => Math.abs(a.x - b.x) > 0.5 || Math.abs(a.y - b.y) > 0.5

/** On its line, when it has grown there. */
function middled(old: Box, { height }: FlowNode, isOther: boolean): Point {
  return isOther ? { x: old.x, y: old.y + (old.height - height) / 2 } : old
}

/** What a person placed first, then what moved, then all that stands free; the rest as near as it can be to where it was. */
function spread(
  wanted: ReadonlyMap<string, Box>,
  moved: ReadonlySet<string>,
  old: Placed,
  { targets, gap, least }: Hand,
): Map<string, Box> {
  const placed = new Map([...wanted].filter(([id]) => targets.has(id)))
  const lines = [...old.routes.values()].flatMap(({ points }) => segmentsOf(points))
  const isFree = (at: Box, among: Iterable<Box>) => [...among].every((other) => !overlap(at, other, gap - 0.5))
  const others = [...wanted].filter(([id]) => !targets.has(id))
  const pushed: [string, Box][] = []
  const firm = [...placed.values(), ...others.flatMap(([id, at]) => (moved.has(id) ? [at] : []))]
  for (const [id, at] of others) {
    const obstacles = moved.has(id) ? placed.values() : firm.filter((box) => box !== at)
    if (isFree(at, obstacles)) placed.set(id, at)
    else pushed.push([id, at])
  }
  // Those that have moved come before those that are in their way.
  pushed.sort((a, b) => Number(moved.has(b[0])) - Number(moved.has(a[0])))
  for (const [id, at] of pushed) {
    const room = { gap, beside: 16, least }
    const clear = freePlace(at, [...placed.values()], lines, room)
    const near = freePlace(at, [...placed.values()], [], room)
    const way = (to: Box) => Math.abs(to.x - at.x) + Math.abs(to.y - at.y)
    // Lines can be led around it, if they must.
    placed.set(id, way(clear) > way(near) + 120 ? near : clear)
  }
  return placed
}

function isCovered({ points, label }: PlacedRoute, boxes: readonly Box[]): boolean {
  return boxes.some(
    (box) =>
      segmentsOf(points).some((segment) => intersection(segment, grown(box, 5)) > 0.5) ||
      (label !== undefined && overlap(label, box, 4)),
  )
}

const grown = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
})
