// What an edit did to a level, carried over to the level as it stood: a node put on a line becomes a point of that line,
// a node taken out of one leaves the line whole, one that took the place of others gets their place. What is then without
// a place or a way is new. In the frame of the flow.
import type { Box, Point } from '../../shared/geometry'
import type { Flow, FlowEdge, FlowNode, Placed, PlacedRoute } from '../flow'
import { netOf } from '../flow'
import { segmentsOf, simplified } from '../plane'
import { nameOf } from './standing'

/** Corners and ends of a line that goes from row to row. */
const windings = 6

export interface Edited {
  readonly before: Flow
  readonly old: Placed
  /** Nodes that are points of a line as yet. */
  readonly inserted: ReadonlySet<string>
  /** Where nodes were that are gone from a line. */
  readonly ghosts: readonly Box[]
}

export function edited(before: Flow, old: Placed, flow: Flow): Edited {
  const was = new Map(before.nodes.map((node) => [node.id, node]))
  const now = new Map(flow.nodes.map((node) => [node.id, node]))
  const added = flow.nodes.filter(({ id }) => !was.has(id))
  const removed = before.nodes.filter(({ id }) => !now.has(id))
  if (added.length === 0 && removed.length === 0) return { before, old, inserted: new Set(), ghosts: [] }
  const nodes = new Map([...old.nodes].filter(([id]) => now.has(id)))
  const routes = new Map(old.routes)
  const placeholders: FlowNode[] = []
  const inserted = new Set<string>()
  const ghosts: Box[] = []

  const replacement = replacementOf(before, old, flow, added, removed)
  if (replacement) {
    const { node, box } = replacement
    nodes.set(node.id, box)
    placeholders.push({ ...node, width: box.width, height: box.height, fixed: false })
    for (const [name, route] of replacement.routes) routes.set(name, route)
  } else {
    for (const node of added) {
      const found = cutAt(node, before, flow, routes, spaceOf(node))
      if (!found) continue
      inserted.add(node.id)
      nodes.set(node.id, { ...found.at, width: 0, height: 0 })
      placeholders.push({ ...node, width: 0, height: 0, fixed: false })
      routes.set(nameOf(found.into), found.first)
      routes.set(nameOf(found.onward), found.second)
    }
    for (const { id } of removed) {
      for (const { name, route } of healed(id, before, flow, routes)) {
        // Where a whole row is gone, a new way is shorter.
        if (route.points.length > windings) continue
        routes.set(name, route)
        ghosts.push(old.nodes.get(id)!)
      }
    }
  }
  const kept = before.nodes.filter(({ id }) => now.has(id))
  return { before: { ...before, nodes: [...kept, ...placeholders] }, old: { ...old, nodes, routes }, inserted, ghosts }
}

const spaceOf = ({ width }: FlowNode) => width

interface Cut {
  readonly at: Point
  readonly into: FlowEdge
  readonly onward: FlowEdge
  readonly first: PlacedRoute
  readonly second: PlacedRoute
}

/** Where on the line of an edge that is gone the node comes that stands between its ends now. */
function cutAt(
  node: FlowNode,
  before: Flow,
  flow: Flow,
  routes: ReadonlyMap<string, PlacedRoute>,
  width: number,
): Cut | undefined {
  const incoming = flow.edges.filter(({ to }) => to.node === node.id)
  const outgoing = flow.edges.filter(({ from }) => from.node === node.id)
  for (const into of incoming) {
    for (const onward of outgoing) {
      const gone = before.edges.find((edge) => nameOf(edge) === nameOf({ from: into.from, to: onward.to }))
      const route = gone && routes.get(nameOf(gone))
      if (!gone || !route || flow.edges.some((edge) => nameOf(edge) === nameOf(gone))) continue
      const place = widestPlace(gone, route, before, routes, into.label !== undefined)
      if (!place) continue
      const { piece, from, to } = place
      const { y } = route.points[piece]!
      const at = { x: Math.max(from + Math.min(48, (to - from) / 2), (from + to - width) / 2), y }
      const label = route.label
      const isFirst = into.label !== undefined
      return {
        at,
        into,
        onward,
        first: { points: simplified([...route.points.slice(0, piece + 1), at]), ...(label && isFirst && { label }) },
        second: {
          points: simplified([at, ...route.points.slice(piece + 1)]),
          ...(label && !isFirst && onward.label && { label }),
        },
      }
    }
  }
  return undefined
}

/** The longest stretch along the flow that no other line of the same output shares, and where nothing is written. */
function widestPlace(
  edge: FlowEdge,
  { points, label }: PlacedRoute,
  flow: Flow,
  routes: ReadonlyMap<string, PlacedRoute>,
  isAfterLabel: boolean,
) {
  const siblings = flow.edges
    .filter((other) => other !== edge && netOf(other) === netOf(edge))
    .flatMap((other) => segmentsOf(routes.get(nameOf(other))?.points ?? []))
  let best: { piece: number; from: number; to: number } | undefined
  segmentsOf(points).forEach(([a, b], piece) => {
    if (Math.abs(a.y - b.y) > 0.5 || b.x <= a.x) return
    const taken = siblings
      .filter(([c, d]) => Math.abs(c.y - a.y) < 0.5 && Math.abs(d.y - a.y) < 0.5)
      .map(([c, d]) => [Math.min(c.x, d.x), Math.max(c.x, d.x)] as const)
    if (label && Math.abs(label.y + label.height / 2 - a.y) < 1) taken.push([label.x, label.x + label.width])
    const reach = label && isAfterLabel ? labelReach(points, label, piece) : -Infinity
    const stops = [a.x, b.x, ...taken.flat()].filter((x) => x >= a.x && x <= b.x).sort((c, d) => c - d)
    stops.slice(1).forEach((to, index) => {
      const from = stops[index]!
      const middle = (from + to) / 2
      if (middle < reach || taken.some(([low, high]) => middle > low && middle < high)) return
      if (!best || to - from > best.to - best.from) best = { piece, from, to }
    })
  })
  return best
}

/** Up to where on a piece the label comes first, which stays on the first part. */
function labelReach(points: readonly Point[], label: Box, piece: number): number {
  const middle = { x: label.x + label.width / 2, y: label.y + label.height / 2 }
  const own = segmentsOf(points).findIndex(
    ([a, b]) => Math.abs(a.y - middle.y) < 1 && middle.x >= Math.min(a.x, b.x) && middle.x <= Math.max(a.x, b.x),
  )
  if (own < 0 || piece > own) return -Infinity
  return piece < own ? Infinity : label.x + label.width
}

/** The lines that run through now where the node was. */
function healed(id: string, before: Flow, flow: Flow, routes: ReadonlyMap<string, PlacedRoute>) {
  const known = new Set(before.edges.map(nameOf))
  const found: { name: string; route: PlacedRoute }[] = []
  for (const into of before.edges.filter(({ to }) => to.node === id)) {
    for (const onward of before.edges.filter(({ from }) => from.node === id)) {
      const edge = flow.edges.find((each) => nameOf(each) === nameOf({ from: into.from, to: onward.to }))
      const [first, second] = [routes.get(nameOf(into)), routes.get(nameOf(onward))]
      if (!edge || known.has(nameOf(edge)) || !first || !second) continue
      const label = edge.label && (first.label ?? second.label)
      const points = simplified([...first.points, ...joint(first.points, second.points), ...second.points])
      found.push({ name: nameOf(edge), route: { points, ...(label && { label }) } })
    }
  }
  return found
}

/** The corners between the end of one line and the beginning of the next. */
function joint(first: readonly Point[], second: readonly Point[]): Point[] {
  const [end, start] = [first.at(-1)!, second[0]!]
  const arrivesFlat = Math.abs(first.at(-2)!.y - end.y) < 0.01
  const leavesFlat = Math.abs(second[1]!.y - start.y) < 0.01
  if (arrivesFlat && leavesFlat) {
    const x = (end.x + start.x) / 2
    return [
      { x, y: end.y },
      { x, y: start.y },
    ]
  }
  return [arrivesFlat ? { x: start.x, y: end.y } : { x: end.x, y: start.y }]
}

/** One new node that has all the lines to others that the nodes had that are gone: a group of them, or another name. */
function replacementOf(
  before: Flow,
  old: Placed,
  flow: Flow,
  added: readonly FlowNode[],
  removed: readonly FlowNode[],
) {
  const [node] = added
  if (!node || added.length > 1 || removed.length === 0) return undefined
  const gone = new Set(removed.map(({ id }) => id))
  const outerOf = (edges: readonly FlowEdge[], isOwn: (id: string | undefined) => boolean) =>
    edges.flatMap((edge) => {
      const [starts, ends] = [isOwn(edge.from.node), isOwn(edge.to.node)]
      if (starts === ends) return []
      return [{ edge, key: starts ? `> ${edge.to.node}.${edge.to.port}` : `${edge.from.node}.${edge.from.port} >` }]
    })
  const was = outerOf(before.edges, (id) => id !== undefined && gone.has(id))
  const now = outerOf(flow.edges, (id) => id === node.id)
  const wasKeys = new Map(was.map(({ key, edge }) => [key, edge]))
  if (now.length === 0 || wasKeys.size !== new Set(now.map(({ key }) => key)).size) return undefined
  if (!now.every(({ key }) => wasKeys.has(key))) return undefined
  const boxes = removed.map(({ id }) => old.nodes.get(id)!)
  const x = Math.min(...boxes.map((each) => each.x))
  const y = Math.min(...boxes.map((each) => each.y))
  const box = {
    x,
    y,
    width: Math.max(...boxes.map((each) => each.x + each.width)) - x,
    height: Math.max(...boxes.map((each) => each.y + each.height)) - y,
  }
  const routes = now.flatMap(({ key, edge }): [string, PlacedRoute][] => {
    const route = old.routes.get(nameOf(wasKeys.get(key)!))
    return route ? [[nameOf(edge), route]] : []
  })
  return { node, box, routes }
}
