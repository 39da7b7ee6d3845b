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
  // What came from elsewhere onto a line leaves one place and has no other yet.
  const taken = takenUp(before, flow)
  const added = flow.nodes.filter(({ id }) => !was.has(id) || taken.has(id))
  const removed = before.nodes.filter(({ id }) => !now.has(id) || taken.has(id))
  if (added.length === 0 && removed.length === 0) return { before, old, inserted: new Set(), ghosts: [] }
  const stays = (id: string) => now.has(id) && !taken.has(id)
  const nodes = new Map([...old.nodes].filter(([id]) => stays(id)))
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
    const known = new Set(flow.edges.map(nameOf))
    const come = new Map(added.map((node) => [node.id, node]))
    for (const gone of before.edges.filter((edge) => !known.has(nameOf(edge)))) {
      const line = lineThrough(gone, flow, come)
      let route = line && routes.get(nameOf(gone))
      for (const [index, edge] of line?.slice(0, -1).entries() ?? []) {
        const node = come.get(edge.to.node!)!
        const onward = line![index + 1]!
        const cut = route && !inserted.has(node.id) && cutAt(node.width, gone, route, before, routes, edge, onward)
        if (!cut) break
        inserted.add(node.id)
        nodes.set(node.id, { ...cut.at, width: 0, height: 0 })
        placeholders.push({ ...node, width: 0, height: 0, fixed: false })
        routes.set(nameOf(edge), cut.first)
        routes.set(nameOf(onward), cut.second)
        route = cut.second
      }
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
  const kept = before.nodes.filter(({ id }) => stays(id))
  return { before: { ...before, nodes: [...kept, ...placeholders] }, old: { ...old, nodes, routes }, inserted, ghosts }
}

/** The nodes that stand, alone or one after the other, on a line that is gone, and stood elsewhere before. */
function takenUp(before: Flow, flow: Flow): ReadonlySet<string> {
  const [had, has] = [new Set(before.edges.map(nameOf)), new Set(flow.edges.map(nameOf))]
  const was = new Set(before.nodes.map(({ id }) => id))
  const fresh = flow.edges.filter((edge) => !had.has(nameOf(edge)))
  const taken = new Set<string>()
  for (const gone of before.edges) {
    if (has.has(nameOf(gone))) continue
    const into = fresh.find(({ from }) => isSameEnd(from, gone.from))
    const onward = fresh.find(({ to }) => isSameEnd(to, gone.to))
    const [first, last] = [into?.to.node, onward?.from.node]
    if (first === undefined || last === undefined || !was.has(first) || !was.has(last)) continue
    for (const id of between(flow, first, last)) taken.add(id)
  }
  return taken
}

function isSameEnd(one: FlowEdge['from'], other: FlowEdge['from']): boolean {
  return one.node === other.node && one.port === other.port
}

/** The nodes on the ways from one to another, both included; none where there is no way. */
function between(flow: Flow, first: string, last: string): ReadonlySet<string> {
  const reached = (start: string, ways: readonly (readonly [string | undefined, string | undefined])[]) => {
    const found = new Set([start])
    for (const id of found) for (const [from, to] of ways) if (from === id && to !== undefined) found.add(to)
    return found
  }
  const ways = flow.edges.map(({ from, to }) => [from.node, to.node] as const)
  const after = reached(first, ways)
  const fore = reached(
    last,
    ways.map(([from, to]) => [to, from] as const),
  )
  return new Set([...after].filter((id) => fore.has(id)))
}

/** The edges that lead now, through nodes that have come, from one end of an edge that is gone to its other end. */
function lineThrough(
  gone: FlowEdge,
  flow: Flow,
  come: ReadonlyMap<string, FlowNode>,
): readonly [FlowEdge, ...FlowEdge[]] | undefined {
  const seen = new Set<string>()
  const onwards = (edge: FlowEdge): readonly [FlowEdge, ...FlowEdge[]] | undefined => {
    if (isSameEnd(edge.to, gone.to)) return [edge]
    const id = edge.to.node
    if (id === undefined || !come.has(id) || seen.has(id)) return undefined
    seen.add(id)
    for (const next of flow.edges) {
      const rest = next.from.node === id ? onwards(next) : undefined
      if (rest) return [edge, ...rest]
    }
    return undefined
  }
  for (const edge of flow.edges) {
    const line = isSameEnd(edge.from, gone.from) ? onwards(edge) : undefined
    if (line) return line
  }
  return undefined
}

interface Cut {
  readonly at: Point
  readonly first: PlacedRoute
  readonly second: PlacedRoute
}

/** Where on the line of an edge that is gone, or on what is left of it, a node of some width comes. */
function cutAt(
  width: number,
  gone: FlowEdge,
  route: PlacedRoute,
  before: Flow,
  routes: ReadonlyMap<string, PlacedRoute>,
  into: FlowEdge,
  onward: FlowEdge,
): Cut | undefined {
  const place = widestPlace(gone, route, before, routes, into.label !== undefined)
  if (!place) return undefined
  const { piece, from, to } = place
  const { y } = route.points[piece]!
  const at = { x: Math.max(from + Math.min(48, (to - from) / 2), (from + to - width) / 2), y }
  const { label } = route
  const isFirst = into.label !== undefined
  return {
    at,
    first: { points: simplified([...route.points.slice(0, piece + 1), at]), ...(label && isFirst && { label }) },
    second: {
      points: simplified([at, ...route.points.slice(piece + 1)]),
      ...(label && !isFirst && onward.label && { label }),
    },
  }
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
