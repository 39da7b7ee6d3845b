// Gives a way to the lines that have none: around what stands there. In the frame of the flow; moves nothing else.
import type { Box, Point, Size } from '../../shared/geometry'
import type { Flow, FlowEdge, Placed, PlacedRoute } from '../flow'
import { netOf } from '../flow'
import { middleOf, placeLabel } from '../labels'
import { collinearOverlap, overlap, type Segment, segmentsOf, simplified } from '../plane'
import { type End, endOn, routeBetween, stubEnd } from '../router'
import { endingsOf } from './endings'
import { freePlace } from './newcomers'
import { widened } from './widen'

export interface Ground {
  readonly flow: Flow
  /** Lines keep clear of it. */
  readonly title?: Box
  /** How far lines may go beyond what there is, on the far sides: there is room to be had. */
  readonly beyond: Point
  /** How far they may go beyond it on the near sides. */
  readonly overhang: number
  /** Any way is better than none. */
  readonly isForced: boolean
}

/** `undefined` where one of them finds no way, or its label no place. */
export function mended(placed: Placed, open: readonly FlowEdge[], ground: Ground): Placed | undefined {
  if (open.length === 0) return placed
  const { flow, title, isForced, overhang, beyond } = ground
  const boxes = [...placed.nodes.values(), ...(title ? [title] : [])]
  const { ends, walls } = endingsOf(placed, flow, open, ground.title ? [ground.title] : [])
  const routes = new Map(placed.routes)
  // The last bit before each port belongs to its own line.
  const stubs = ends.flatMap(({ edge, from, to }) =>
    [from, to].map((end) => ({ net: netOf(edge), points: [end, stubEnd(end, { boxes })] })),
  )
  const area = {
    x: -overhang,
    y: -overhang,
    width: placed.width + overhang + beyond.x,
    height: placed.height + overhang + beyond.y,
  }
  const linesBeside = (edge: FlowEdge) => [
    ...flow.edges.flatMap((each) => {
      const points = each === edge ? undefined : routes.get(each.id)?.points
      return points ? [{ net: netOf(each), points }] : []
    }),
    ...stubs,
  ]
  const labelsBeside = (edge: FlowEdge) =>
    flow.edges.flatMap((each) => (each === edge ? [] : (routes.get(each.id)?.label ?? [])))
  // Those with something written on them need the most room.
  for (const { edge, from, to } of ends.toSorted((a, b) => Number(!a.edge.label) - Number(!b.edge.label))) {
    const [lines, labels] = [linesBeside(edge), labelsBeside(edge)]
    const way = (around: readonly Box[]) => routeBetween(from, to, netOf(edge), { boxes: around, lines, area })
    const points =
      way([...boxes, ...labels.map(shrunk)]) ??
      way(boxes) ??
      (isForced ? (way(boxes.filter((box) => !lies(box, boxes))) ?? way([]) ?? straightest(from, to)) : undefined)
    if (!points) return undefined
    routes.set(edge.id, { points })
    if (!edge.label) continue
    const outside = beyond.x > 0 ? nearSides : [...nearSides, { ...nearSides[0]!, x: placed.width }]
    const site = { boxes, labels, lines, area, outside }
    const route = written(edge, points, edge.label, site) ?? detour({ edge, from, to, points }, edge.label, site)
    if (!route && !isForced) return undefined
    routes.set(edge.id, route ?? { points, label: middleOf(points, edge.label) })
  }
  return roomy({ ...placed, routes, walls }, flow)
}

interface Site {
  readonly boxes: readonly Box[]
  readonly labels: readonly Box[]
  readonly lines: readonly { readonly net: string; readonly points: readonly Point[] }[]
  readonly area: Box
  /** Where nothing can be written. */
  readonly outside: readonly Box[]
}

const nearSides: readonly Box[] = [
  { x: -1e6, y: -1e6, width: 1e6, height: 2e6 },
  { x: -1e6, y: -1e6, width: 2e6, height: 1e6 },
]

/** The label on the line as it is. */
function written(edge: FlowEdge, points: readonly Point[], size: Size, site: Site): PlacedRoute | undefined {
  const own = segmentsOf(points)
  const lines = site.lines.flatMap((line) => {
    // What is written on a stretch that lines of one output share is said of all of them.
    const isShared = (segment: Segment) =>
      line.net === netOf(edge) && own.some((piece) => collinearOverlap(piece, segment) > 1)
    return segmentsOf(line.points).filter((segment) => !isShared(segment))
  })
  const label = placeLabel(points, size, { boxes: [...site.boxes, ...site.labels, ...site.outside], lines })
  return label && { points, label }
}

/** Where the line has no room for its label: by way of a place that has. */
function detour(
  { edge, from, to, points }: { edge: FlowEdge; from: End; to: End; points: readonly Point[] },
  size: Size,
  { boxes, labels, lines, area, outside }: Site,
): PlacedRoute | undefined {
  const taken = [...boxes, ...labels]
  const segments = lines.flatMap((line) => segmentsOf(line.points))
  const wish = middleOf(points, size)
  const label = freePlace(wish, [...taken, ...outside], segments, { gap: 16, beside: 10, least: { x: 0, y: 0 } })
  const ground = {
    boxes: [...taken, label],
    lines,
    area: { ...area, ...farthest(area, { x: label.x + label.width + 40, y: label.y + label.height + 40 }) },
  }
  const [left, top] = [label.x, label.y]
  const middle = { x: left + label.width / 2, y: top + label.height / 2 }
  const sides = [
    { x: left, y: middle.y },
    { x: middle.x, y: top },
    { x: left + label.width, y: middle.y },
    { x: middle.x, y: top + label.height },
  ].map((point) => endOn(label, point))
  const ways = sides.flatMap((side, index) => {
    const first = routeBetween(from, side, netOf(edge), ground)
    const second = first && routeBetween(sides[(index + 2) % 4]!, to, netOf(edge), ground)
    return first && second ? [simplified([...first, ...second])] : []
  })
  const best = ways.sort((a, b) => lengthOf(a) - lengthOf(b))[0]
  return best && { points: best, label }
}

function farthest({ x, y, width, height }: Box, to: Point): Size {
  return { width: Math.max(width, to.x - x), height: Math.max(height, to.y - y) }
}

function lengthOf(points: readonly Point[]): number {
  return segmentsOf(points).reduce((sum, [a, b]) => sum + Math.abs(a.x - b.x) + Math.abs(a.y - b.y), 0)
}

/** Lines may come closer to what is written than to a box. */
const shrunk = ({ x, y, width, height }: Box): Box => ({ x: x + 4, y: y + 4, width: width - 8, height: height - 8 })

/** On another one: where a hand put both. */
function lies(box: Box, boxes: readonly Box[]): boolean {
  return boxes.some((other) => other !== box && overlap(box, other, 0))
}

/** Where boxes leave no way at all, as when one was put upon another. */
function straightest(from: Point, to: Point): Point[] {
  const middle = (from.x + to.x) / 2
  return [from, { x: middle, y: from.y }, { x: middle, y: to.y }, to].map(({ x, y }) => ({ x, y }))
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
  for (const { x, y } of placed.walls.values()) {
    const isBeside = y < 0.01 || y > placed.height - 0.01
    grow(isBeside ? { x, y: 0 } : { x: 0, y })
  }
  return widened(placed, flow, { width, height })
}
