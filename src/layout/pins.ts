// Nodes that a person placed stay where they are; what they would cover steps aside, and the lines concerned find a new
// way. Works on one level in page pixels, after it was laid out as if there were no pins.
import type { Graph, GraphNode } from '../graph/graph'
import { box as measures } from '../graph/typography'
import type { Box, Point } from '../shared/geometry'
import { overhang, titleArea } from './check'
import { middleOf, placeLabel } from './labels'
import type { PlacedLevel } from './orient'
import { intersection, overlap, segmentsOf } from './plane'
import { type End, endOn, routeBetween, stubEnd } from './router'

const gap = 24

/** Pins count from here: the top left corner of what a container holds, or of the picture. */
export function contentOrigin(graph: Graph, isRoot: boolean): Point {
  if (!isRoot) return { x: measures.inset, y: measures.header }
  const room = graph.inputs.length + graph.outputs.length > 0 ? measures.inset : 0
  return { x: room, y: room }
}

export function withPins(graph: Graph, unshifted: PlacedLevel, holder: GraphNode | undefined): PlacedLevel {
  const isRoot = holder === undefined
  if (!graph.nodes.some(({ pin }) => pin)) return unshifted
  const corner = contentOrigin(graph, isRoot)
  const shift = shiftFor(graph)
  const level = shifted(unshifted, shift)
  const nodes = arranged(graph, level, corner, shift)
  // Lines have to get around what was placed by hand.
  const edge = isRoot && level.walls.size === 0 ? 0 : 2 * measures.inset
  const all = [...nodes.values()]
  const width = Math.max(level.width, ...all.map((at) => at.x + at.width + edge))
  const height = Math.max(level.height, ...all.map((at) => at.y + at.height + edge))
  const walls = new Map(
    [...level.walls].map(([id, { x, y }]) => [
      id,
      {
        x: x >= level.width - 0.01 && x > 0 ? width : x <= shift.x ? 0 : x,
        y: y >= level.height - 0.01 && y > 0 ? height : y <= shift.y ? 0 : y,
      },
    ]),
  )
  const grown = { ...level, width, height, nodes, walls }
  return { ...rerouted(graph, level, grown, holder), ...((shift.x > 0 || shift.y > 0) && { shift }) }
}

/** What stands above or to the left of the corner that pins count from moves that corner, and all else with it. */
function shiftFor(graph: Graph): Point {
  const pins = graph.nodes.flatMap(({ pin }) => (pin ? [pin] : []))
  return { x: Math.max(0, ...pins.map(({ x }) => -x)), y: Math.max(0, ...pins.map(({ y }) => -y)) }
}

function shifted(level: PlacedLevel, by: Point): PlacedLevel {
  if (by.x === 0 && by.y === 0) return level
  const move = <T extends Point>(thing: T): T => ({ ...thing, x: thing.x + by.x, y: thing.y + by.y })
  const route = ({ points, label }: { readonly points: readonly Point[]; readonly label?: Box }) => ({
    points: points.map(move),
    ...(label && { label: move(label) }),
  })
  return {
    ...level,
    width: level.width + by.x,
    height: level.height + by.y,
    nodes: new Map([...level.nodes].map(([id, at]) => [id, move(at)])),
    routes: new Map([...level.routes].map(([id, each]) => [id, route(each)])),
    walls: new Map([...level.walls].map(([id, at]) => [id, move(at)])),
  }
}

/** The pinned ones first, then all that stands free, then the rest, each as near as it can to where it was. */
function arranged(graph: Graph, level: PlacedLevel, origin: Point, shift: Point): Map<string, Box> {
  const placed = new Map<string, Box>()
  for (const { id, pin } of graph.nodes) {
    if (!pin) continue
    const { width, height } = level.nodes.get(id)!
    placed.set(id, { x: origin.x + shift.x + pin.x, y: origin.y + shift.y + pin.y, width, height })
  }
  const pinned = [...placed.values()]
  const others = graph.nodes.filter(({ pin }) => !pin).map(({ id }) => ({ id, at: level.nodes.get(id)! }))
  const isFree = (at: Box, among: Iterable<Box>) => [...among].every((other) => !overlap(at, other, gap - 0.5))
  const moved = others.filter(({ at }) => !isFree(at, pinned))
  for (const each of others) if (!moved.includes(each)) placed.set(each.id, each.at)
  for (const { id, at } of moved) placed.set(id, nearest(at, [...placed.values()], origin))
  return placed
}

function nearest(at: Box, taken: readonly Box[], origin: Point): Box {
  const xs = [at.x, ...taken.flatMap((other) => [other.x - at.width - gap, other.x + other.width + gap])]
  const ys = [at.y, ...taken.flatMap((other) => [other.y - at.height - gap, other.y + other.height + gap])]
  let best: Box | undefined
  let least = Infinity
  for (const x of xs) {
    for (const y of ys) {
      const next = { ...at, x, y }
      const distance = Math.abs(x - at.x) + Math.abs(y - at.y)
      if (x < origin.x || y < origin.y || distance >= least) continue
      // Not against the neighbours, who were there first, as strictly as against one another.
      if (taken.some((other) => overlap(next, other, gap - 0.5))) continue
      best = next
      least = distance
    }
  }
  if (!best) throw new Error('there is always room beyond the last box')
  return best
}

function rerouted(graph: Graph, before: PlacedLevel, level: PlacedLevel, holder: GraphNode | undefined): PlacedLevel {
  const isRoot = holder === undefined
  const { nodes } = level
  const isMoved = (id: string) => {
    const [old, now] = [before.nodes.get(id)!, nodes.get(id)!]
    return old.x !== now.x || old.y !== now.y
  }
  const routes = new Map(before.routes)
  const wall = { x: 0, y: 0, width: level.width, height: level.height }
  const pending: number[] = []
  const boxes = [...nodes.values()]
  graph.edges.forEach((edge, index) => {
    const route = routes.get(String(index))
    if (!route) return
    const port = (end: typeof edge.from, prefix: string) =>
      end.node === undefined && movedWall(before, level, `${prefix}:${end.port}`)
    const isEndMoved = [edge.from.node, edge.to.node].some((id) => id !== undefined && isMoved(id))
    const isCovered = boxes.some(
      (at) =>
        segmentsOf(route.points).some((segment) => intersection(segment, at) > 0.5) ||
        (route.label && overlap(route.label, at, 2)),
    )
    if (isEndMoved || isCovered || port(edge.from, 'in') || port(edge.to, 'out')) pending.push(index)
  })
  const isPending = new Set(pending)
  const lines = graph.edges.flatMap((edge, index) => {
    const route = routes.get(String(index))
    return route && !isPending.has(index) ? [{ net: netOf(edge), points: route.points }] : []
  })
  const room = isRoot && level.walls.size === 0 ? 60 : 0
  const beyond = isRoot ? overhang : 0
  const area = { x: -beyond, y: -beyond, width: wall.width + beyond + room, height: wall.height + beyond + room }
  const obstacles = holder ? [...boxes, titleArea(holder, wall)] : boxes
  const ends = new Map(
    pending.map((index) => {
      const edge = graph.edges[index]!
      const old = routes.get(String(index))!.points
      const at = (end: typeof edge.from, point: Point, prefix: string) => {
        if (end.node === undefined) return endOn(wall, level.walls.get(`${prefix}:${end.port}`) ?? point, true)
        const [from, to] = [before.nodes.get(end.node)!, nodes.get(end.node)!]
        return endOn(to, { x: point.x + to.x - from.x, y: point.y + to.y - from.y })
      }
      return [index, { from: at(edge.from, old[0]!, 'in'), to: at(edge.to, old.at(-1)!, 'out') }] as const
    }),
  )
  // The last bit before each port belongs to its own line.
  for (const [index, { from, to }] of ends) {
    for (const end of [from, to])
      lines.push({ net: netOf(graph.edges[index]!), points: [end, stubEnd(end, { boxes })] })
  }
  for (const [index, { from, to }] of ends) {
    const net = netOf(graph.edges[index]!)
    // A closed box may also be entered from its other side, and a title is better crossed than a node.
    const target = graph.nodes.find(({ id }) => id === graph.edges[index]!.to.node)
    const other = target && !target.inside && to.dx === 0 ? opposite(to, nodes.get(target.id)!) : to
    const points =
      routeBetween(from, to, net, { boxes: obstacles, lines, area }) ??
      routeBetween(from, other, net, { boxes: obstacles, lines, area }) ??
      routeBetween(from, to, net, { boxes, lines, area }) ??
      straightest(from, to)
    routes.set(String(index), { points })
    lines.push({ net, points })
  }
  const labels = [...routes.values()].flatMap(({ label }) => (label ? [label] : []))
  for (const index of pending) {
    const size = graph.edges[index]!.label?.size
    if (!size) continue
    const { points } = routes.get(String(index))!
    const others = [...routes].filter(([id]) => id !== String(index)).flatMap(([, route]) => segmentsOf(route.points))
    const label =
      placeLabel(points, size, { boxes: [...obstacles, ...labels], lines: others }) ?? middleOf(points, size)
    labels.push(label)
    routes.set(String(index), { points, label })
  }
  const reach = [...routes.values()].flatMap(({ points, label }) => [
    ...points,
    ...(label ? [{ x: label.x + label.width, y: label.y + label.height }] : []),
  ])
  const width = room > 0 ? Math.max(level.width, ...reach.map(({ x }) => x)) : level.width
  const height = room > 0 ? Math.max(level.height, ...reach.map(({ y }) => y)) : level.height
  return { ...level, width, height, routes }
}

function opposite(end: End, at: Box): End {
  return { ...end, y: end.y > at.y + at.height / 2 ? at.y : at.y + at.height, dy: -end.dy }
}

function movedWall(before: PlacedLevel, level: PlacedLevel, id: string): boolean {
  const [old, now] = [before.walls.get(id), level.walls.get(id)]
  return old !== undefined && now !== undefined && (old.x !== now.x || old.y !== now.y)
}

const netOf = ({ from }: Graph['edges'][number]) => `${from.node ?? ''}|${from.port}`

/** Where boxes leave no way at all, as when one was pinned upon another. */
function straightest(from: Point, to: Point): Point[] {
  const middle = (from.x + to.x) / 2
  return [from, { x: middle, y: from.y }, { x: middle, y: to.y }, to].map(({ x, y }) => ({ x, y }))
}
